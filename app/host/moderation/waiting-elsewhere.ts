import type { MissingPartner } from "#debate/rules/pairs.ts";
import { present } from "#debate/rules/present.ts";
import type { Seat, Snapshot } from "#debate/rules/snapshot.ts";

/** [P39] Who can't find whom, by name where this control room may know. */
export type NamedMissing = MissingPartner & { name?: string; partner?: string };
/** What waits for the host beside rebuttals: tables with a held line, missing partners, best arguments, and [P10] more time. */
export type WaitingElsewhere = {
  tables: readonly number[];
  missing: readonly NamedMissing[];
  bestArguments: number;
  moreTime: boolean;
};

export function countElsewhere({ tables, missing, bestArguments, moreTime }: WaitingElsewhere): number {
  return tables.length + missing.length + bestArguments + (moreTime ? 1 : 0);
}

/** [P27] [P20] In their own phase only, since that shows the list in which they are decided. */
export function waitingElsewhere(
  { phase, pairs, steelman, moreTime = false }: Pick<Snapshot, "phase" | "pairs" | "steelman" | "moreTime">,
  seats: readonly Seat[] = [],
): WaitingElsewhere {
  const nameOf = (id?: string) => seats.find(({ participantId }) => participantId === id)?.name;
  const named = (each: MissingPartner): NamedMissing => ({
    ...each,
    ...present({ name: nameOf(each.participantId), partner: nameOf(each.partnerId) }),
  });
  return {
    tables: phase === "pairs" ? (pairs?.held ?? []) : [],
    missing: phase === "pairs" ? (pairs?.missing ?? []).map(named) : [],
    bestArguments: phase === "steelman" ? (steelman?.waiting ?? 0) : 0,
    moreTime,
  };
}
