import { ACTIVITIES, type ActivityName, type ActivityStep, type Asked } from "#debate/activities/index.ts";
import type { Round } from "#debate/rules/choices.ts";
import { hasReached, type Phase } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";

export type Chosen = Pick<Settings, "activities">;

/** Whether a session has an activity. */
export function isOn(name: ActivityName, { activities }: Chosen): boolean {
  return activities[name] !== undefined;
}

type Moment = { phase: Phase; step?: string | null; settings: Chosen };

/** Whether a session's activity is used now. */
export function isOpen(name: ActivityName, { phase, step = null, settings }: Moment): boolean {
  return ACTIVITIES.some(
    ({ name: each, ...rest }) =>
      each === name &&
      isOn(each, settings) &&
      "open" in rest &&
      ("from" in rest.open
        ? hasReached(phase, rest.open.from)
        : phase === rest.open.in && (!("step" in rest.open) || step === rest.open.step)),
  );
}

/** Whether any is. */
export function hasOpenActivity(session: Moment): boolean {
  return ACTIVITIES.some(({ name }) => isOpen(name, session));
}

/** [B5] Whether a session's vote of a round asks for what only activities ask for. */
export function asksFor(field: Asked, settings: Chosen, round: Round): boolean {
  return ACTIVITIES.some(
    (each) =>
      "asks" in each && isOn(each.name, settings) && (each.asks[field] as readonly Round[]).includes(round),
  );
}

/** [V14] Whether a session's reveal has a step that only activities add. */
export function hasStep(step: ActivityStep, settings: Chosen): boolean {
  return ACTIVITIES.some((each) => "step" in each && each.step.name === step && isOn(each.name, settings));
}

/** [W13] Whether phones may be told something of an activity now without a new version of the session. */
export function hasQuietActivity(session: Moment): boolean {
  return ACTIVITIES.some((each) => "isQuiet" in each && isOpen(each.name, session));
}
