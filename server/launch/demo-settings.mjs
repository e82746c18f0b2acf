/** Everything that a class can do, in one demo [H1]. In writing, so that there is something to see in pairs. */
export const DEMO_SETTINGS = {
  readingVote: true,
  comprehension: true,
  drawnSide: true,
  starters: "all",
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
