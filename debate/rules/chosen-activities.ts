// Which activities a session has, without a schema, whose library every page would load.
import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES, type ActivityName } from "#debate/activities/index.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";

const ALL: readonly Activity[] = ACTIVITIES;

/** [D39] What is chosen about an activity where nothing is said. */
export function usualOf(name: ActivityName): object {
  const { choices = {}, lines = {} } = ALL.find((each) => each.name === name) ?? {};
  const unwritten = Object.keys(lines).map((line) => [line, ""]);
  return Object.fromEntries([
    ...Object.entries(choices).map(([choice, [usual]]) => [choice, usual]),
    ...unwritten,
  ]);
}

/** The same activities without one of them. */
export function withoutActivity(activities: Activities, name: ActivityName): Activities {
  const others = { ...activities };
  delete others[name];
  return others;
}

/** The same without several. */
export function withoutActivities(activities: Activities, names: readonly ActivityName[]): Activities {
  return names.reduce(withoutActivity, activities);
}

/** The same activities with one of them switched off, or on with what is usual. */
export function switched(activities: Activities, name: ActivityName, isOn: boolean): Activities {
  return isOn ? { ...activities, [name]: usualOf(name) } : withoutActivity(activities, name);
}
