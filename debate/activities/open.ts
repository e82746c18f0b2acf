import { ACTIVITIES, type ActivityName } from "#debate/activities/index.ts";
import { hasReached, type Phase } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";

export type ActivitySettings = Pick<Settings, ActivityName>;

/** Whether a session has an activity. */
export function isOn<Name extends ActivityName>(name: Name, settings: Pick<Settings, Name>): boolean {
  const chosen: string | boolean = settings[name];
  return chosen !== false && chosen !== "off";
}

/** Whether a session's activity is used now. */
export function isOpen(
  name: ActivityName,
  { phase, settings }: { phase: Phase; settings: ActivitySettings },
): boolean {
  return ACTIVITIES.some(
    ({ name: each, open }) =>
      each === name &&
      isOn(each, settings) &&
      ("in" in open ? phase === open.in : hasReached(phase, open.from)),
  );
}

/** Whether any is. */
export function hasOpenActivity(session: { phase: Phase; settings: ActivitySettings }): boolean {
  return ACTIVITIES.some(({ name }) => isOpen(name, session));
}
