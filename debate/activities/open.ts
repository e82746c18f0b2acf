import type { Activity } from "#debate/activities/activity.ts";
import {
  ACTIVITIES,
  type ActivityName,
  type ActivityStep,
  type Asked,
  type Starter,
} from "#debate/activities/index.ts";
import type { ActivitySnapshot } from "#debate/activities/messages.ts";
import type { Round } from "#debate/rules/choices.ts";
import { switched } from "#debate/rules/chosen-activities.ts";
import { hasReached, type Phase } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";

const ALL: readonly (Activity & { name: ActivityName })[] = ACTIVITIES;
/** Those of which a snapshot tells a control room. */
type ChosenLater = Extract<(typeof ACTIVITIES)[number], { chosenLater: unknown }>["name"];
export type Chosen = Pick<Settings, "activities">;

/** Whether a session has an activity. */
export function isOn(name: ActivityName, { activities }: Chosen): boolean {
  return activities[name] !== undefined;
}

/** Whether a session's activity is used now. */
type Moment = { phase: Phase; step?: string | null; settings: Chosen };

export function isOpen(name: ActivityName, { phase, step = null, settings }: Moment): boolean {
  const open = ALL.find((each) => each.name === name)?.open;
  if (!open || !isOn(name, settings)) return false;
  if ("from" in open)
    return hasReached(phase, open.from as Phase) && !(open.until && hasReached(phase, open.until as Phase));
  return phase === open.in && (!open.step || step === open.step);
}

/** Whether students may send something of any now. */
export function hasOpenActivity(session: Moment): boolean {
  return ALL.some(
    ({ name, sends }) =>
      Object.values(sends).some(({ from }) => from.includes("student")) && isOpen(name, session),
  );
}

/** [X12] Whether a session's students are offered to begin a rebuttal with it. */
export function isOffered(starter: Starter, settings: Chosen): boolean {
  return ALL.some(({ name, beginnings }) => beginnings?.includes(starter) && isOn(name, settings));
}

/** [B5] Whether a session's vote of a round asks for what only activities ask for. */
export function asksFor(field: Asked, settings: Chosen, round: Round): boolean {
  return ALL.some(({ name, asks }) => asks?.[field]?.includes(round) && isOn(name, settings));
}

/** The activities that a session has by now, as a snapshot tells a control room: the host may choose some after the opening. */
export function activitiesNow(
  atOpening: Settings["activities"],
  snapshot: ActivitySnapshot,
): Settings["activities"] {
  return ALL.reduce(
    (chosen, { name, chosenLater }) =>
      chosenLater ? switched(chosen, name as ChosenLater, chosenLater.isOn(snapshot as never)) : chosen,
    atOpening,
  );
}

/** [V14] Whether a session's reveal has a step that only activities add. */
export function hasStep(step: ActivityStep, settings: Chosen): boolean {
  return ALL.some((each) => each.step?.name === step && isOn(each.name, settings));
}

/** [W13] Whether phones may be told something of an activity now without a new version of the session. */
export function hasQuietActivity(session: Moment): boolean {
  return ALL.some(({ name, isQuiet }) => isQuiet && isOpen(name, session));
}
