import { ACTIVITIES, type ActivityName } from "#debate/activities/index.ts";
import { hasReached, type Phase } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";

type Chosen = Pick<Settings, "activities">;

/** Whether a session has an activity. */
export function isOn(name: ActivityName, { activities }: Chosen): boolean {
  return activities[name] !== undefined;
}

/** Whether a session's activity is used now. */
export function isOpen(name: ActivityName, { phase, settings }: { phase: Phase; settings: Chosen }): boolean {
  return ACTIVITIES.some(
    ({ name: each, open }) =>
      each === name &&
      isOn(each, settings) &&
      ("in" in open ? phase === open.in : hasReached(phase, open.from)),
  );
}

/** Whether something that phones are sent changes without a new version now. */
export function isQuiet(session: { phase: Phase; settings: Chosen }): boolean {
  return ACTIVITIES.some((activity) => "quiet" in activity && isOpen(activity.name, session));
}

/** Whether any is. */
export function hasOpenActivity(session: { phase: Phase; settings: Chosen }): boolean {
  return ACTIVITIES.some(({ name }) => isOpen(name, session));
}
