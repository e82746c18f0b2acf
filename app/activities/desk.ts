"use client";
import { pairsDesk } from "#app/activities/pairs/phone/desk.ts";
import { steelmanDesk } from "#app/activities/steelman/desk.ts";
import type { Live } from "#app/live/live.ts";
import type { KeptMessage } from "#debate/activities/keeping.ts";
import { type Merged, merged } from "#debate/activities/merged.ts";
import type { Refusal } from "#debate/rules/result.ts";

const ALL = [pairsDesk, steelmanDesk] as const;

/** What activities keep on a phone beside what waits to be sent. */
export type ActivityDesk = Merged<ReturnType<(typeof ALL)[number]["keeps"]>>;

export function keptByActivities(place: (what: string) => string): ActivityDesk {
  return merged(ALL.map(({ keeps }) => keeps(place)));
}

/** A message of an activity was refused. */
export function refusedInActivities(
  message: KeptMessage,
  refusal: Refusal,
  kept: ActivityDesk,
  live: Pick<Live, "resync">,
): void {
  for (const { refused } of ALL) refused(message, refusal, kept, live);
}
