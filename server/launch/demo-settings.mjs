/** Everything that a class can do, in one demo [H1]. In writing, so that there is something to see in pairs. */
export const DEMO_SETTINGS = {
  questions: { readingVote: true },
  reveal: "staged",
  activities: {
    comprehension: {},
    reading: {},
    starters: {},
    speaking: {},
    pairs: { by: "text" },
    outlook: {},
    steelman: {},
    guess: {},
    exitTicket: {},
    laterVote: {},
  },
};

/** [P29] Opens in the next minutes, as homework does at set dates; from the vote after reading on, the viewer moves the class. */
export const DEMO_HOMEWORK = ["before", "reading", "reading-vote"];
