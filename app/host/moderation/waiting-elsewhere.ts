import { type ActivitiesWaiting, countInActivities, waitingInActivities } from "#app/activities/attention.ts";
import type { ActivitySnapshot } from "#debate/activities/messages.ts";
import type { Seat, Snapshot } from "#debate/rules/snapshot.ts";

/** What waits for the host beside rebuttals: what activities have, and [P10] more time. */
export type WaitingElsewhere = ActivitiesWaiting & { moreTime: boolean };

export function countElsewhere({ moreTime, ...waiting }: WaitingElsewhere): number {
  return countInActivities(waiting) + (moreTime ? 1 : 0);
}

export function waitingElsewhere(
  snapshot: ActivitySnapshot & Pick<Snapshot, "phase" | "moreTime">,
  seats: readonly Seat[] = [],
): WaitingElsewhere {
  const { moreTime = false } = snapshot;
  return {
    ...waitingInActivities(snapshot, seats),
    moreTime,
  };
}
