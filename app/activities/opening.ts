import type { ActivityName } from "#debate/activities/index.ts";

/** The activities that are a switch in the opening form, in the order of the lesson. */
export const SWITCHES = ["outlook", "exitTicket"] as const satisfies readonly ActivityName[];
