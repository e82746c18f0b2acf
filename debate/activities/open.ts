import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES, type ActivityName, type Starter } from "#debate/activities/index.ts";
import { hasReached, type Phase } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";

type Named = Activity & { name: ActivityName };
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

/** Whether students may send something of any now. */
export function hasOpenActivity(session: { phase: Phase; settings: Chosen }): boolean {
  return ACTIVITIES.some(
    ({ name, sends }: Named) =>
      Object.values(sends).some(({ from }) => from.includes("student")) && isOpen(name, session),
  );
}

/** [X12] Whether a session's students are offered to begin a rebuttal with it. */
export function isOffered(starter: Starter, settings: Chosen): boolean {
  return ACTIVITIES.some(
    ({ name, beginnings }: Named) => beginnings?.includes(starter) && isOn(name, settings),
  );
}
