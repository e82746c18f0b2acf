"use client";
import { useSyncExternalStore } from "react";
import { useSeat } from "#app/student/join/seat.ts";
import type { Unsent } from "#app/student/offline/unsent.ts";
import type { Phase } from "#debate/rules/phase-order.ts";

/** [P27] What was typed to one's partners. */
export function useUnsentLine(phase: Phase): Unsent[] {
  const { line } = useSeat().desk;
  const pick = (typed: string) => (phase === "pairs" ? "" : typed.trim());
  const typed = useSyncExternalStore(
    line.subscribe,
    () => pick(line.value()),
    () => pick(line.atFirst()),
  );
  if (typed === "") return [];
  return [{ kind: "line", key: "line", texts: [typed], forget: () => line.change(() => "") }];
}
