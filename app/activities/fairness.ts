import type { ActivityName } from "#debate/activities/index.ts";

/** Of which activities the fairness record says something under rules, and by which of its words. */
export const FAIRNESS = [
  { name: "comprehension", words: "questions" },
  { name: "starters", words: "starters" },
] as const satisfies readonly Said[];

/** Of those with a phase of their own, after pairs. */
export const FAIRNESS_PHASES = [{ name: "steelman", words: "steelman" }] as const satisfies readonly Said[];

type Said = { name: ActivityName; words: string };
