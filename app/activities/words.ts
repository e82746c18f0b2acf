// The words of all activities: each adds its own to those of the faces.
import type exitTicket from "#app/activities/exit-ticket/en.json";
import type pairs from "#app/activities/pairs/en.json";
import type { Merged } from "#debate/activities/merged.ts";

/** The folders with a file for each language. */
export const WORDED = ["pairs", "exit-ticket"] as const;
export type ActivityWords = Merged<typeof pairs | typeof exitTicket>;
