/** The most characters of a rebuttal, a reason, and a source. */
export const BODY_LENGTH = 600;
export const REASON_LENGTH = 280;
export const SOURCE_LENGTH = 500;

/** `pending`: waits for approval. `hidden`: taken down. The class sees only `published` ones. */
export const REBUTTAL_STATUSES = ["published", "pending", "hidden"] as const;
export type RebuttalStatus = (typeof REBUTTAL_STATUSES)[number];
