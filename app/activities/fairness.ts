import { recordOfPairs } from "#app/activities/pairs/chosen.ts";
import { steelmanIfChosen } from "#app/activities/steelman/chosen.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";

/** Of which activities the fairness record says something under rules, and by which of its words. */
export const FAIRNESS = [
  { name: "reading", words: "drawnSide" },
  { name: "comprehension", words: "questions" },
  { name: "starters", words: "starters" },
] as const satisfies readonly {
  name: ActivityName;
  words: string;
}[];

/** What it says of the order of the positions, in place of the usual. */
export const FAIR_ORDER = [{ name: "reading", words: "orderDrawn" }] as const satisfies readonly {
  name: ActivityName;
  words: string;
}[];
/** What it says of what was chosen about them; keys of `fairness.rules`. */
export const fairnessOf = (activities: Activities) =>
  [recordOfPairs(activities), steelmanIfChosen(activities)].filter((key) => key !== null);
