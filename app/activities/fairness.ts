import type { ActivityName } from "#debate/activities/index.ts";

/** Of which activities the fairness record says something under rules, and by which of its words. */
export const FAIRNESS = [
  { name: "comprehension", words: "questions" },
  { name: "starters", words: "starters" },
] as const satisfies readonly {
  name: ActivityName;
  words: string;
}[];
