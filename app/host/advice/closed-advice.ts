"use client";
import { useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import { rememberClosedAdvice } from "#app/host/remembered.ts";
import { RememberedContext } from "#app/host/remembered-context.ts";
import { Kept } from "#app/shared/storage/kept.ts";

function understand(stored: unknown): string[] | null {
  return Array.isArray(stored) && stored.every((each) => typeof each === "string") ? stored : null;
}

/** [H9] The suggestions that were closed in this session's control room, in every tab of this browser. */
export function useClosedAdvice(code: string) {
  const { closedAdvice } = useContext(RememberedContext);
  const kept = useMemo(() => new Kept<readonly string[]>(`advice.${code}`, [], understand), [code]);
  const closed = useSyncExternalStore(kept.subscribe, kept.value, () => closedAdvice);
  useEffect(() => {
    if (closed.length > 0) rememberClosedAdvice(code, closed);
  }, [code, closed]);
  return { closed, close: (key: string) => kept.change((keys) => [...new Set([...keys, key])]) };
}
