"use client";
import { createContext } from "react";
import type { Remembered } from "#app/host/remembered.ts";

export const RememberedContext = createContext<Remembered>({ tourAnswered: true, closedAdvice: [] });
