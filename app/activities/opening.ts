import type { ActivityName } from "#debate/activities/index.ts";

/** The activities that are a switch in the opening form, in the order of the lesson. */
export const SWITCHES = ["outlook", "exitTicket"] as const satisfies readonly ActivityName[];

/** Those that a staged reveal can have, and no other. */
export const STAGED_SWITCHES = ["guess"] as const satisfies readonly ActivityName[];
