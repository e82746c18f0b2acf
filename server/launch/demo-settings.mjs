/** Everything that a class can do, in one demo [H1]. In writing, so that there is something to see in pairs. */
export const DEMO_SETTINGS = {
  readingVote: true,
  comprehension: true,
  drawnSide: true,
  starters: true,
  pairs: "after",
  pairsBy: "text",
  steelman: true,
  speaking: true,
  outlook: true,
  exitTicket: true,
  stagedReveal: true,
  guess: true,
  laterVote: true,
};

/** [P29] Opens in the next minutes, as homework does at set dates; from the vote after reading on, the viewer moves the class. */
export const DEMO_HOMEWORK = ["before", "reading", "reading-vote"];
