/** The most characters of a rebuttal, a reason, and a source. */
export const BODY_LENGTH = 600;
export const REASON_LENGTH = 280;
export const SOURCE_LENGTH = 500;

/** [X17] What the writer of a rebuttal that began with a starter fills in. */
export const GAP = "…";

/** `pending`: waits for approval. `hidden`: taken down. The class sees only `published` ones. */
export const REBUTTAL_STATUSES = ["published", "pending", "hidden"] as const;
export type RebuttalStatus = (typeof REBUTTAL_STATUSES)[number];
