import { LINES_EACH } from "#debate/activities/pairs/terms.ts";

/** Why a line to one's partners was not sent. [P27] A phone that was offline while the class was paired has no place at first. */
export const linesRefused = {
  stale: "student.pairs.parted",
  forbidden: "student.pairs.parted",
  "too-many": { words: "student.pairs.full", values: { count: LINES_EACH } },
} as const;
