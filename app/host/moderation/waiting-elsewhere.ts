import { NEEDS } from "#app/activities/host-stages.ts";
import { type Merged, merged } from "#debate/activities/merged.ts";
import type { ActivitySnapshot } from "#debate/activities/messages.ts";
import type { Seat, Snapshot } from "#debate/rules/snapshot.ts";

/** What waits for the host beside rebuttals: what activities have, and [P10] more time. */
export type WaitingElsewhere = Merged<ReturnType<(typeof NEEDS)[number]["waiting"]>> & {
  moreTime: boolean;
};

export function countElsewhere({ moreTime, ...waiting }: WaitingElsewhere): number {
  return NEEDS.reduce((sum, { count }) => sum + count(waiting), moreTime ? 1 : 0);
}

export function waitingElsewhere(
  snapshot: ActivitySnapshot & Pick<Snapshot, "phase" | "moreTime">,
  seats: readonly Seat[] = [],
): WaitingElsewhere {
  const { moreTime = false } = snapshot;
  return { ...merged(NEEDS.map(({ waiting }) => waiting(snapshot, seats))), moreTime };
}
