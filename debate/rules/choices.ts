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
/** All rounds in which the same question is asked. [P34] The last one is the later vote. */
export const ROUNDS = [...DEBATE_ROUNDS, "later"] as const;
export type Round = (typeof ROUNDS)[number];
