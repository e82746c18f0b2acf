"use client";
import { pairsAttention } from "#app/activities/pairs/host/attention.ts";
import { steelmanAttention } from "#app/activities/steelman/Needs.tsx";
import { type Merged, merged } from "#debate/activities/merged.ts";
import type { ActivitySnapshot } from "#debate/activities/messages.ts";
import type { Seat, Snapshot } from "#debate/rules/snapshot.ts";

const ALL = [
  { name: "pairs", ...pairsAttention },
  { name: "steelman", ...steelmanAttention },
] as const;

/** What of activities waits for the host beside rebuttals. */
export type ActivitiesWaiting = Merged<ReturnType<(typeof ALL)[number]["waiting"]>>;

export const waitingInActivities = (
  snapshot: ActivitySnapshot & Pick<Snapshot, "phase">,
  seats: readonly Seat[],
): ActivitiesWaiting => merged(ALL.map(({ waiting }) => waiting(snapshot, seats)));

export const countInActivities = (waiting: ActivitiesWaiting): number =>
  ALL.reduce((sum, { count }) => sum + count(waiting), 0);

/** Where it is shown. */
export const NEEDS = ALL.map(({ name, Needs }) => ({ name, Needs }));
