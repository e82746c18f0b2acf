import type { Criterion } from "#debate/protocol/answers/mark-answers.ts";
import { HIGHEST_LEVEL } from "#debate/rules/mark-limits.ts";

/** A criterion that may not be stored yet. */
export type CriteriaDraft = Omit<Criterion, "id"> & { id?: string };

export const emptyCriterion = (): CriteriaDraft => ({
  name: "",
  levels: Array.from({ length: HIGHEST_LEVEL + 1 }, () => ""),
});
