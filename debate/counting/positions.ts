import type { Choice } from "#debate/rules/choices.ts";

/** Where an answer is on the way from Against to For. */
export const POSITION = { for: 1, against: -1, undecided: 0 } as const satisfies Record<Choice, number>;
