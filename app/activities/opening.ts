import type { ActivityName } from "#debate/activities/index.ts";

/** The activities that are a switch in the opening form, in the order of the lesson. */
export const SWITCHES = ["exitTicket"] as const satisfies readonly ActivityName[];

/** [H12] Those on a line of their own, since a class has to be told where the form still has one as it began. */
export const TOLD_SWITCHES = ["laterVote"] as const satisfies readonly ActivityName[];
