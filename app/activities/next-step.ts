import type { ActivityPhase } from "#debate/activities/index.ts";
import type { Phase } from "#debate/rules/phases.ts";

/** What opens the phase of an activity, by the phase before; keys of `host.next`. */
const INTO = {
  pairs: { reading: "readingToPairs", "reading-vote": "readingVoteToPairs", rebuttal: "rebuttalToPairs" },
  steelman: { after: "afterToSteelman" },
} as const satisfies { [phase in ActivityPhase["name"]]?: { [from in Phase]?: string } };
export type WordsInto = {
  [phase in keyof typeof INTO]: (typeof INTO)[phase][keyof (typeof INTO)[phase]];
}[keyof typeof INTO];

/** Undefined where the usual words fit. */
export function wordsInto(to: Phase | null, from: Phase): WordsInto | undefined {
  const all: { readonly [phase in Phase]?: { readonly [from in Phase]?: WordsInto } } = INTO;
  return to ? all[to]?.[from] : undefined;
}

/** What ends the phase of an activity where the results come step by step; keys of `host.next`. */
const TO_REVEAL = { steelman: "steelmanStaged" } as const satisfies {
  [phase in ActivityPhase["name"]]?: string;
};
export type WordsToReveal = (typeof TO_REVEAL)[keyof typeof TO_REVEAL];

/** Undefined where the usual words fit. */
export function wordsToReveal(from: Phase): WordsToReveal | undefined {
  const all: { readonly [phase in Phase]?: WordsToReveal } = TO_REVEAL;
  return all[from];
}

/** The phases to which a host may skip an optional one; keys of `host.next.skip`. */
export const SKIPPED_TO = ["pairs"] as const satisfies readonly ActivityPhase["name"][];
