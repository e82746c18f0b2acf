import { ACTIVITIES, type ActivityName } from "#debate/activities/index.ts";
import type { ActivitySnapshot } from "#debate/activities/messages.ts";
import { switched } from "#debate/rules/chosen-activities.ts";
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

/** Whether any is. */
export function hasOpenActivity(session: { phase: Phase; settings: Chosen }): boolean {
  return ACTIVITIES.some(({ name }) => isOpen(name, session));
}

/** The activities that a session has by now, as a snapshot tells a control room: the host may choose some after the opening. */
export function activitiesNow(
  atOpening: Settings["activities"],
  snapshot: ActivitySnapshot,
): Settings["activities"] {
  return ACTIVITIES.reduce(
    (chosen, each) => ("told" in each ? switched(chosen, each.name, each.told.isOn(snapshot)) : chosen),
    atOpening,
  );
}
