import type { Debate } from "#debate/content/debate.ts";
import { LESSON_PHASES, type Phase } from "#debate/rules/phase-order.ts";

/** [Y11] What the teacher wrote down for a phase of the lesson. */
export function noteFor({ kit }: Pick<Debate, "kit">, phase: Phase): string | undefined {
  const lesson = LESSON_PHASES.find((each) => each === phase);
  return lesson && kit?.notes?.[lesson];
}
