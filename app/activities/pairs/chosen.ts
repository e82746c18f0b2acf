import type { Activities } from "#debate/rules/activity-settings.ts";

/** What is chosen about pairs; a key of `instructor.opening.more`. */
export const summaryOfPairs = ({ pairs }: Activities) => (pairs ? (`pairs.${pairs.when}` as const) : null);

/** What the record of fairness says of them; a key of `fairness.rules`. */
export const recordOfPairs = ({ pairs }: Activities) => (pairs ? (`pairs.${pairs.by}` as const) : null);
