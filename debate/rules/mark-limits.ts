/** The most criteria of a session, and the highest level of each; the lowest is 0. */
export const CRITERIA = 5;
export const HIGHEST_LEVEL = 4;
export const CRITERION_LENGTH = 60;
/** Of the words for a level. */
export const LEVEL_LENGTH = 120;
export const COMMENT_LENGTH = 1_000;

/** Systems whose import of grades the file of marks fits. */
export const GRADEBOOKS = ["moodle", "canvas", "classroom"] as const;
export type Gradebook = (typeof GRADEBOOKS)[number];
