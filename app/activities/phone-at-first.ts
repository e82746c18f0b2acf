import type { ActivityName } from "#debate/activities/index.ts";

/** Those with something above every view while they are used. */
export const WITH_BAR = ["speaking"] as const satisfies readonly ActivityName[];
