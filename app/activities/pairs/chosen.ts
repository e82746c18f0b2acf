import type { Activities } from "#debate/rules/activity-settings.ts";

/** What the record of fairness says of them; a key of `fairness.rules`. */
export const recordOfPairs = ({ pairs }: Activities) => (pairs ? (`pairs.${pairs.by}` as const) : null);
