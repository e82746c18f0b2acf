import { type Attention, NEEDS } from "#app/activities/host-stages.ts";
import type { Merged } from "#debate/activities/merged.ts";
import type { ActivitySnapshot } from "#debate/activities/messages.ts";
import type { Seat, Snapshot } from "#debate/rules/snapshot.ts";

/** What waits for the host beside rebuttals: what activities have, and [P10] more time. */
export type WaitingElsewhere = Merged<ReturnType<(typeof NEEDS)[number]["waiting"]>> & {
  moreTime: boolean;
};

/** That each has its own is known here, and not to the compiler. */
const EACH: readonly Attention[] = NEEDS;

export function countElsewhere({ moreTime, ...waiting }: WaitingElsewhere): number {
  return EACH.reduce((sum, { count }) => sum + count(waiting as never), moreTime ? 1 : 0);
}

export function waitingElsewhere(
  snapshot: ActivitySnapshot & Pick<Snapshot, "phase" | "moreTime">,
  seats: readonly Seat[] = [],
): WaitingElsewhere {
  const { moreTime = false } = snapshot;
  const all = EACH.map(({ waiting }) => waiting(snapshot as never, seats as never));
  return Object.assign({ moreTime }, ...all);
}
