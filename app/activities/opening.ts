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
export const SWITCHES = ["exitTicket"] as const satisfies readonly ActivityName[];
