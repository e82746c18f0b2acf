import type { ActivityName } from "#debate/activities/index.ts";

/** The activities that the lobby names among what comes after the last vote, by their names in `student.wait.steps`. */
export const AFTER_LAST_VOTE = ["steelman"] as const satisfies readonly ActivityName[];
