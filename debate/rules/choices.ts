/** The possible answers, always in this order. */
export const CHOICES = ["for", "against", "undecided"] as const;
export type Choice = (typeof CHOICES)[number];

/** The two sides of a resolution. Undecided is a category, not a side. */
export const SIDES = ["for", "against"] as const;
export type Side = (typeof SIDES)[number];
export const OPPOSITE = { for: "against", against: "for" } as const satisfies Record<Side, Side>;

/** The rounds of the debate itself, in order. */
export const DEBATE_ROUNDS = ["before", "reading", "after"] as const;
export type DebateRound = (typeof DEBATE_ROUNDS)[number];
/** [P34] Those of votes after the lesson. */
export const LATER_ROUNDS = ["later"] as const;
export type LaterRound = (typeof LATER_ROUNDS)[number];
/** All rounds in which the same question is asked. */
export const ROUNDS = [...DEBATE_ROUNDS, ...LATER_ROUNDS] as const;
export type Round = (typeof ROUNDS)[number];

export function isOfDebate(round: Round): round is DebateRound {
  return DEBATE_ROUNDS.some((each) => each === round);
}
