"use client";
import { createContext } from "react";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** The session's state, where results stand in a control room; null elsewhere. */
export const LiveSnapshot = createContext<Snapshot | null>(null);
