import type { ActivityName } from "#debate/activities/index.ts";

/** What a phone is told when it joins: `step` of `student.wait.steps` comes last, and `promise` of `student.promise` is kept. */
export const AT_JOINING = [
  { name: "laterVote", step: "later", promise: "later" },
] as const satisfies readonly { name: ActivityName; step: string; promise: string }[];
