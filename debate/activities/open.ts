import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES, type ActivityName, type Asked, type Starter } from "#debate/activities/index.ts";
import type { ActivitySnapshot } from "#debate/activities/messages.ts";
import type { Round } from "#debate/rules/choices.ts";
import { switched } from "#debate/rules/chosen-activities.ts";

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
    ({ name: each, ...rest }) =>
      each === name &&
      isOn(each, settings) &&
      "open" in rest &&
      ("in" in rest.open ? phase === rest.open.in : hasReached(phase, rest.open.from)),
  );
}

/** Whether something that phones are sent changes without a new version now. */
export function isQuiet(session: { phase: Phase; settings: Chosen }): boolean {
  return ACTIVITIES.some((activity) => "quiet" in activity && isOpen(activity.name, session));
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

/** [B5] Whether a session's vote of a round asks for what only activities ask for. */
export function asksFor(field: Asked, settings: Chosen, round: Round): boolean {
  return ACTIVITIES.some(
    (each) =>
      "asks" in each && isOn(each.name, settings) && (each.asks[field] as readonly Round[]).includes(round),
  );
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
