import type { ActivityPhase } from "#debate/activities/index.ts";
import type { Phase } from "#debate/rules/phases.ts";

/** What opens the phase of an activity, by the phase before; keys of `host.next`. */
const INTO = {
  pairs: { reading: "readingToPairs", "reading-vote": "readingVoteToPairs", rebuttal: "rebuttalToPairs" },
} as const satisfies { [phase in ActivityPhase["name"]]?: { [from in Phase]?: string } };
export type WordsInto = {
  [phase in keyof typeof INTO]: (typeof INTO)[phase][keyof (typeof INTO)[phase]];
}[keyof typeof INTO];

/** Undefined where the usual words fit. */
export function wordsInto(to: Phase | null, from: Phase): WordsInto | undefined {
  const all: { readonly [phase in Phase]?: { readonly [from in Phase]?: WordsInto } } = INTO;
  return to ? all[to]?.[from] : undefined;
}

/** The phases to which a host may skip an optional one; keys of `host.next.skip`. */
export const SKIPPED_TO = ["pairs"] as const satisfies readonly ActivityPhase["name"][];
