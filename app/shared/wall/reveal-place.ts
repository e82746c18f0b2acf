import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import { neighborOf, STEPS, type Step } from "#debate/rules/steps.ts";

/** Where a staged reveal is, and where it can go. */
export type RevealPlace = {
  /** Those that have something to show, and the present one. */
  steps: readonly Step[];
  now: Step;
  next: Step | null;
  back: Step | null;
};

/** [V14] Null where there is no staged reveal to step. */
export function revealPlace(
  { phase, step }: Pick<Snapshot, "phase" | "step">,
  { reveal }: Pick<Settings, "reveal">,
  result: Pick<ResultMessage, "steps"> | null,
): RevealPlace | null {
  if (phase !== "results" || reveal === "at-once" || step === undefined) return null;
  // Until the votes are counted no one knows which step has something to show.
  const known: readonly Step[] = result?.steps ?? ["covered"];
  const steps = STEPS.filter((each) => each === step || known.includes(each));
  return { steps, now: step, next: neighborOf(steps, step, 1), back: neighborOf(steps, step, -1) };
}
