import {
  ACTIVITY_CHARTS,
  ACTIVITY_STEPS,
  type ActivityChart,
  type ActivityStep,
} from "#debate/activities/index.ts";
import { CORE_CHARTS, CORE_STEPS, type CoreStep } from "#debate/rules/core-steps.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { isClosed, resultsPublic } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";

export type Step = CoreStep | ActivityStep;
/** [V14] The steps of a staged reveal, in order: those of activities each after the one that it names. */
export const STEPS: readonly Step[] = ACTIVITY_STEPS.reduce<Step[]>(
  (steps, { name, after }) => steps.toSpliced(steps.indexOf(after) + 1, 0, name),
  [...CORE_STEPS],
);

const ALL_CHARTS = [...CORE_CHARTS, ...ACTIVITY_CHARTS];
export type Chart = (typeof ALL_CHARTS)[number]["name"];
/** The pictures of the results that can be put on the wall. */
export const CHARTS: readonly Chart[] = ALL_CHARTS.map(({ name }) => name);

/** [V14] Whether a step shows a picture, or an earlier one did. */
export function showsChart(now: Step, chart: Chart): boolean {
  return ALL_CHARTS.some(({ name, step }) => name === chart && hasCome(now, step));
}

/** Whether an activity adds a picture. */
export function isActivityChart(chart: Chart): chart is ActivityChart {
  return ACTIVITY_CHARTS.some(({ name }) => name === chart);
}

/** [V14] Whether an activity adds a step. */
export function isActivityStep(step: Step): step is ActivityStep {
  return ACTIVITY_STEPS.some(({ name }) => name === step);
}

/** What a session stores of its reveal. `opened`: whether the class has had the whole results since the last vote. */
export type RevealState = {
  phase: Phase;
  settings: Pick<Settings, "reveal">;
  step: Step | null;
  opened: boolean;
};

/** [V14] The step that is displayed; null before the results. Without staging, and once closed, it is `open`. */
export function stepOf({ phase, settings, step }: Omit<RevealState, "opened">): Step | null {
  if (!resultsPublic(phase)) return null;
  return settings.reveal === "staged" && phase === "results" ? (step ?? "covered") : "open";
}

/** [V14] Whether the class may read the whole results: from the first `open` on. */
export function resultsOpened({ phase, settings, opened }: Omit<RevealState, "step">): boolean {
  return resultsPublic(phase) && (settings.reveal === "at-once" || opened || isClosed(phase));
}

/** Whether a step shows what `what` shows: it is that step or a later one. */
export function hasCome(step: Step, what: Step): boolean {
  return STEPS.indexOf(step) >= STEPS.indexOf(what);
}

/**
 * The step before or after one, among those that have something to show; null at either end. `from` may itself be left out:
 * a deletion can leave a step without anything to show.
 */
export function neighborOf(steps: readonly Step[], from: Step, by: 1 | -1): Step | null {
  const place = STEPS.indexOf(from);
  const others = steps.filter((step) => Math.sign(STEPS.indexOf(step) - place) === by);
  return (by === 1 ? others.at(0) : others.at(-1)) ?? null;
}
