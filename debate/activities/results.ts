// What all activities add to the results, in the order of the lesson.
import type { ActivityResults, Counting } from "#debate/activities/activity-results.ts";
import { outlookResults } from "#debate/activities/outlook/results.ts";

const ALL = [outlookResults] as const;

type Each = (typeof ALL)[number];
type Part = Each["part"];
type Counted = { [Name in Part]: ReturnType<Extract<Each, { part: Name }>["count"]> };

/** One for each part. That each is of its own type is known here, and not to the compiler. */
const partsOf = <Parts>(made: (each: ActivityResults) => [string, unknown][]) =>
  Object.fromEntries(ALL.flatMap(made)) as Parts;

export const countOfActivities = (session: Counting) =>
  partsOf<Counted>(({ part, count }) => [[part, count(session)]]);

/** [Z2] What of it a class that hides small groups isn't told. `withheld`: the parts that it is told of. */
export function hiddenOfActivities(counted: Counted, isFlowHidden: boolean) {
  const isHidden = ({ hides }: ActivityResults) => hides === "always" || isFlowHidden;
  return {
    none: partsOf<Partial<Record<Part, null>>>((each) => (isHidden(each) ? [[each.part, null]] : [])),
    withheld: ALL.flatMap(({ part, hides }) => (hides === "always" && counted[part] ? [part] : [])),
  };
}
