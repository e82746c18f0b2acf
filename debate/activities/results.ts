// What all activities add to the results, in the order of the lesson.
import type { ActivityResults, Counting } from "#debate/activities/activity-results.ts";
import { laterVoteResults } from "#debate/activities/later-vote/results.ts";
import { outlookResults } from "#debate/activities/outlook/results.ts";

const ALL = [outlookResults, laterVoteResults] as const;

type Each = (typeof ALL)[number];
type Part = Each["part"];
type CountOf<Name extends Part> = ReturnType<Extract<Each, { part: Name }>["count"]>;
type Optional = { [Name in Part]: undefined extends CountOf<Name> ? Name : never }[Part];
type Counted = { [Name in Exclude<Part, Optional>]: CountOf<Name> } & {
  [Name in Optional]?: Exclude<CountOf<Name>, undefined>;
};

/** One for each part. That each is of its own type is known here, and not to the compiler. */
const partsOf = <Parts>(made: (each: ActivityResults) => [string, unknown][]) =>
  Object.fromEntries(ALL.flatMap(made)) as Parts;

export const countOfActivities = (session: Counting) =>
  partsOf<Counted>(({ part, count }) => {
    const counted = count(session);
    return counted === undefined ? [] : [[part, counted]];
  });

/** [Z2] What of it a class that hides small groups isn't told. `withheld`: the parts that it is told of. */
export function hiddenOfActivities(counted: { [Name in Part]?: object | null }, isFlowHidden: boolean) {
  const isHidden = ({ hides }: ActivityResults) => hides === "always" || isFlowHidden;
  return {
    none: partsOf<Partial<Record<Part, null>>>((each) =>
      isHidden(each) && each.part in counted ? [[each.part, null]] : [],
    ),
    withheld: ALL.flatMap(({ part, hides }) => (hides === "always" && counted[part] ? [part] : [])),
  };
}
