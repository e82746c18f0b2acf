// The words of all activities: each adds its own to those of the faces.
import type comprehension from "#app/activities/comprehension/en.json";
import type control from "#app/activities/control/en.json";
import type exitTicket from "#app/activities/exit-ticket/en.json";
import type experiment from "#app/activities/experiment/en.json";
import type guess from "#app/activities/guess/en.json";
import type laterVote from "#app/activities/later-vote/en.json";
import type outlook from "#app/activities/outlook/en.json";
import type pairs from "#app/activities/pairs/en.json";
import type reading from "#app/activities/reading/en.json";
import type speaking from "#app/activities/speaking/en.json";
import type starters from "#app/activities/starters/en.json";
import type steelman from "#app/activities/steelman/en.json";
import type { Merged } from "#debate/activities/merged.ts";

/** The folders with a file for each language. */
export const WORDED = [
  "outlook",
  "control",
  "experiment",
  "reading",
  "comprehension",
  "starters",
  "speaking",
  "pairs",
  "steelman",
  "guess",
  "exit-ticket",
  "later-vote",
] as const;
export type ActivityWords = Merged<
  | typeof outlook
  | typeof control
  | typeof experiment
  | typeof reading
  | typeof comprehension
  | typeof starters
  | typeof speaking
  | typeof pairs
  | typeof steelman
  | typeof guess
  | typeof exitTicket
  | typeof laterVote
>;
