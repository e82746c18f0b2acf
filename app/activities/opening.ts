import type { ActivityName } from "#debate/activities/index.ts";
import type { Excludable } from "#debate/rules/exclusions.ts";

/** The activities that are a switch in the opening form, in the order of the lesson. */
export const SWITCHES = ["exitTicket"] as const satisfies readonly ActivityName[];
/** Those that are one with its own phase, under pairs. */
export const PHASE_SWITCHES = ["steelman"] as const satisfies readonly Excludable[];
