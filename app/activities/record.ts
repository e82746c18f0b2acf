import { recordOfPairs } from "#app/activities/pairs/chosen.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";

/** What the record of fairness says of activities; keys of `fairness.rules`. */
export const recordOf = (activities: Activities) => [recordOfPairs(activities)].filter((key) => key !== null);
