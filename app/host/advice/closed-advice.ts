"use client";
import { useMemo, useSyncExternalStore } from "react";
import { Kept } from "#app/shared/kept.ts";

function understand(stored: unknown): string[] | null {
  return Array.isArray(stored) && stored.every((each) => typeof each === "string") ? stored : null;
}

/** [H9] The suggestions that were closed in this session's control room, in every tab of this browser. */
export function useClosedAdvice(code: string) {
  const kept = useMemo(() => new Kept<string[]>(`advice.${code}`, [], understand), [code]);
  const closed = useSyncExternalStore(kept.subscribe, kept.value, kept.atFirst);
  return { closed, close: (key: string) => kept.change((keys) => [...new Set([...keys, key])]) };
}
