import type { ActivityName } from "#debate/activities/index.ts";

/** The activities that are among the rules of the fairness record, by their names in `fairness.rules`. */
export const RULES = ["steelman"] as const satisfies readonly ActivityName[];
