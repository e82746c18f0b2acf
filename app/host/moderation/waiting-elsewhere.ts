import { type ActivitiesWaiting, countInActivities, waitingInActivities } from "#app/activities/attention.ts";
import type { ActivitySnapshot } from "#debate/activities/messages.ts";
import type { Seat, Snapshot } from "#debate/rules/snapshot.ts";

/** What waits for the host beside rebuttals: what activities have, best arguments, and [P10] more time. */
export type WaitingElsewhere = ActivitiesWaiting & { bestArguments: number; moreTime: boolean };

export function countElsewhere({ bestArguments, moreTime, ...waiting }: WaitingElsewhere): number {
  return countInActivities(waiting) + bestArguments + (moreTime ? 1 : 0);
}

/** [P20] Best arguments in their own phase only, since that shows the list in which they are decided. */
export function waitingElsewhere(
  snapshot: ActivitySnapshot & Pick<Snapshot, "phase" | "steelman" | "moreTime">,
  seats: readonly Seat[] = [],
): WaitingElsewhere {
  const { phase, steelman, moreTime = false } = snapshot;
  return {
    ...waitingInActivities(snapshot, seats),
    bestArguments: phase === "steelman" ? (steelman?.waiting ?? 0) : 0,
    moreTime,
  };
}
