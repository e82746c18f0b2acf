import type { ActivityName } from "#debate/activities/index.ts";

/** What a phone is told when it joins: `step` of `student.wait.steps` comes last, and `promise` of `student.promise`, if any, is kept. */
export const AT_JOINING = [
  { name: "steelman", step: "steelman", promise: null },
  { name: "laterVote", step: "later", promise: "later" },
] as const satisfies readonly { name: ActivityName; step: string; promise: string | null }[];
