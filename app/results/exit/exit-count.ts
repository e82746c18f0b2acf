"use client";
import { createContext } from "react";

/** How many exit tickets there are by now, in a control room; null where that is not known. */
export const ExitCount = createContext<number | null>(null);
