// Which activities a session has, without a schema, whose library every page would load.
import type { Activities } from "#debate/rules/activity-settings.ts";

export type ActivityName = keyof Activities;
/** Those that have nothing to choose but whether the session has them. */
export type PlainActivity = {
  [Name in ActivityName]: NonNullable<Activities[Name]> extends Record<string, never> ? Name : never;
}[ActivityName];

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

/** The same activities with one of them switched on or off. */
export function switched(activities: Activities, name: PlainActivity, isOn: boolean): Activities {
  return isOn ? { ...activities, [name]: {} } : withoutActivity(activities, name);
}
