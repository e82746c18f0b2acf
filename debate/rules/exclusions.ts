// Which activities some sessions can't have, without a schema, whose library every page would load.
import type { Activity } from "#debate/activities/activity.ts";
import { EXCLUDED as OF_ACTIVITIES } from "#debate/activities/index.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";
import { type ActivityName, withoutActivity } from "#debate/rules/chosen-activities.ts";
import type { Identity } from "#debate/rules/session-options.ts";

type Choices = { identity: Identity; activities: Activities };

const isAnonymous = ({ identity }: Choices) => identity === "anonymous";
const hasNoRebuttals = ({ activities: { pairs } }: Choices) => pairs?.when === "instead";

/** [H11] Activities that some sessions can't have: when, and why, for programs. */
const EXCLUDED = {
  // [P22]
  pairs: { when: isAnonymous, why: "not in an anonymous session" },
  ...OF_ACTIVITIES,
  // [P11]
  speaking: { when: hasNoRebuttals, why: "not with pairs in place of rebuttals" },
  // [X12]
  starters: { when: hasNoRebuttals, why: "not with pairs in place of rebuttals" },
} as const satisfies {
  [activity in ActivityName]?: NonNullable<Activity["excluded"]>;
};
export type Excludable = keyof typeof EXCLUDED;
const EXCLUDABLE = Object.keys(EXCLUDED) as Excludable[];

/** Whether a session with these other settings can't have this activity. */
export function isExcluded(activity: Excludable, chosen: Choices): boolean {
  return EXCLUDED[activity].when(chosen);
}

/** What is chosen and can't be, beside the rest, with why. */
export function clashesIn(chosen: Choices): { activity: Excludable; why: string }[] {
  return EXCLUDABLE.filter((activity) => isExcluded(activity, chosen) && chosen.activities[activity]).map(
    (activity) => ({ activity, why: EXCLUDED[activity].why }),
  );
}

/** The same settings without what can't be. */
export function withoutClashes<Chosen extends Choices>(chosen: Chosen): Chosen {
  let fitting = chosen;
  for (const activity of EXCLUDABLE)
    if (isExcluded(activity, fitting))
      fitting = { ...fitting, activities: withoutActivity(fitting.activities, activity) };
  return fitting;
}
