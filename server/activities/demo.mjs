/** What there is to choose about the activities of the demo, which has all of them. Pairs write, so that there is something to see. */
export const IN_DEMO = {
  outlook: {},
  control: { resolution: "Schools should teach every pupil to cook." },
  experiment: {},
  reading: {},
  comprehension: {},
  starters: {},
  speaking: {},
  pairs: { by: "text" },
  steelman: {},
  guess: {},
  exitTicket: {},
  laterVote: {},
};
