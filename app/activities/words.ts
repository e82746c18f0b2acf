// The words of all activities: each adds its own to those of the faces.
import type comprehension from "#app/activities/comprehension/en.json";
import type exitTicket from "#app/activities/exit-ticket/en.json";
import type laterVote from "#app/activities/later-vote/en.json";
import type outlook from "#app/activities/outlook/en.json";
import type speaking from "#app/activities/speaking/en.json";
import type starters from "#app/activities/starters/en.json";
import type steelman from "#app/activities/steelman/en.json";
import type { Merged } from "#debate/activities/merged.ts";

/** The folders with a file for each language. */
export const WORDED = [
  "outlook",
  "comprehension",
  "starters",
  "speaking",
  "steelman",
  "exit-ticket",
  "later-vote",
] as const;
export type ActivityWords = Merged<
  | typeof outlook
  | typeof comprehension
  | typeof starters
  | typeof speaking
  | typeof steelman
  | typeof exitTicket
  | typeof laterVote
>;
