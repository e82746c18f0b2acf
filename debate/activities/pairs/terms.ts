// What the rules and the schemas of pairs both need.

/** The most lines that someone writes to partners in a session. */
export const LINES_EACH = 100;
/** The most characters of a line. */
export const LINE_LENGTH = 500;

/** [P37] What the host decides about a missing partner: whether they are replaced or stay. */
export const MISSING_DECISIONS = ["replace", "stay"] as const;
export type MissingDecision = (typeof MISSING_DECISIONS)[number];
