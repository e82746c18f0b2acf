"use client";
import { createContext, useContext } from "react";

/** Who took a pseudonym, by the seat, where this control room may know. */
export const RealNames = createContext<ReadonlyMap<string, string>>(new Map());

export function useRealName(participantId: string | undefined): string | undefined {
  return useContext(RealNames).get(participantId ?? "");
}
