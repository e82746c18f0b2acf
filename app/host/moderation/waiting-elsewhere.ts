import type { Snapshot } from "#debate/rules/snapshot.ts";

/** What waits for the host beside rebuttals, in the list of its own phase: tables with a held line, and best arguments. */
export type WaitingElsewhere = { tables: readonly number[]; bestArguments: number };

/** [P27] [P20] In their own phase only, since that shows the list in which they are decided. */
export function waitingElsewhere({
  phase,
  pairs,
  steelman,
}: Pick<Snapshot, "phase" | "pairs" | "steelman">): WaitingElsewhere {
  return {
    tables: phase === "pairs" ? (pairs?.held ?? []) : [],
    bestArguments: phase === "steelman" ? (steelman?.waiting ?? 0) : 0,
  };
}
