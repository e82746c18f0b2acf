import type { Activity } from "#debate/activities/activity.ts";

/** [X12] How a rebuttal can begin. */
export const STARTERS = ["concede", "evidence", "example", "build"] as const;
export type Starter = (typeof STARTERS)[number];

/** [X12] Students are offered sentence starters. */
export const starters = {
  name: "starters",
  presets: ["lesson", "seminar"],
  needsPhase: "rebuttal",
  open: { in: "rebuttal" },
  sends: {},
  beginnings: STARTERS,
} as const satisfies Activity;
