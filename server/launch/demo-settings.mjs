import { IN_DEMO } from "../activities/demo.mjs";

/** Everything that a class can do, in one demo [H1]. */
export const DEMO_SETTINGS = { questions: { readingVote: true }, reveal: "staged", activities: IN_DEMO };

/** [P29] Opens in the next minutes, as homework does at set dates; from the vote after reading on, the viewer moves the class. */
export const DEMO_HOMEWORK = ["before", "reading", "reading-vote"];
