import type { ActivityName } from "#debate/activities/index.ts";

/** Those beside the vote after reading, and by which of the form's words. */
export const READING_SWITCHES = [
  { name: "comprehension", words: "comprehension" },
  { name: "reading", words: "drawnSide" },
] as const satisfies readonly {
  name: ActivityName;
  words: string;
}[];

/** The activities that are a switch in the opening form, in the order of the lesson. */
export const SWITCHES = [
  "outlook",
  "starters",
  "speaking",
  "exitTicket",
] as const satisfies readonly ActivityName[];

/** [H11] Those of these that some sessions can't have; the form says why. */
export const EXCLUDED_SWITCHES = [
  "starters",
  "speaking",
] as const satisfies readonly (typeof SWITCHES)[number][];

/** [H12] Those on a line of their own, since a class has to be told where the form still has one as it began. */
export const TOLD_SWITCHES = ["laterVote"] as const satisfies readonly ActivityName[];

/** Those that a staged reveal can have, and no other. */
export const STAGED_SWITCHES = ["guess"] as const satisfies readonly ActivityName[];

/** Those that are one with its own phase, under what there is more to choose about. */
export const PHASE_SWITCHES = ["steelman"] as const satisfies readonly ActivityName[];
