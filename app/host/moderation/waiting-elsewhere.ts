import { WAITING_NAMES, type Waiting, waitingInActivities } from "#app/activities/control-room.ts";
import type { ActivitySnapshot } from "#debate/activities/messages.ts";
import type { MissingPartner } from "#debate/rules/pairs.ts";
import { present } from "#debate/rules/present.ts";
import type { Seat, Snapshot } from "#debate/rules/snapshot.ts";

/** [P39] Who can't find whom, by name where this control room may know. */
export type NamedMissing = MissingPartner & { name?: string; partner?: string };
/** What waits for the host beside rebuttals: tables with a held line, missing partners, [P10] more time, and what activities count. */
export type WaitingElsewhere = Waiting & {
  tables: readonly number[];
  missing: readonly NamedMissing[];
  moreTime: boolean;
};

export function countElsewhere({ tables, missing, moreTime, ...counted }: WaitingElsewhere): number {
  const inActivities = WAITING_NAMES.reduce((sum, what) => sum + counted[what], 0);
  return tables.length + missing.length + inActivities + (moreTime ? 1 : 0);
}

/** [P27] In their own phase only, since that shows the list in which they are decided. */
export function waitingElsewhere(
  {
    phase,
    pairs,
    moreTime = false,
    ...counted
  }: ActivitySnapshot & Pick<Snapshot, "phase" | "pairs" | "moreTime">,
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
    ...waitingInActivities({ phase, ...counted }),
    moreTime,
  };
}
