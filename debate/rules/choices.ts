/** What one may answer; in this order everywhere: for, against, undecided. */
export const CHOICES = ["for", "against", "undecided"] as const;
export type Choice = (typeof CHOICES)[number];

/** The two sides of a resolution. Undecided is a category, not a side. */
export const SIDES = ["for", "against"] as const;
export type Side = (typeof SIDES)[number];

/** The times the same question is asked, in order. */
export const ROUNDS = ["before", "reading", "after"] as const;
export type Round = (typeof ROUNDS)[number];
