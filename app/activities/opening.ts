import type { ActivityName } from "#debate/activities/index.ts";

/** The activities that are a switch in the opening form, in the order of the lesson. */
export const SWITCHES = ["starters", "speaking", "exitTicket"] as const satisfies readonly ActivityName[];

/** [H11] Those of these that some sessions can't have; the form says why. */
export const EXCLUDED_SWITCHES = [
  "starters",
  "speaking",
] as const satisfies readonly (typeof SWITCHES)[number][];
