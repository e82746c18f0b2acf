import { isClosed, type Phase, resultsPublic } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [V14] The steps of a staged reveal, in order. */
export const STEPS = ["covered", "guess", "before", "flow", "verdict", "chance", "moved", "open"] as const;
export type Step = (typeof STEPS)[number];

/** The pictures of the results that can be put on the wall. */
export const CHARTS = ["flow", "swing", "chance", "guess"] as const;
export type Chart = (typeof CHARTS)[number];

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
