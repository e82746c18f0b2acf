/** [Q60] What is sent to the gradebooks of courses. */
export const GRADED = ["participation", "marks"] as const;
export type Graded = (typeof GRADED)[number];
