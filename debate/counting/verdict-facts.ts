import type { z } from "zod";
import type * as figures from "#debate/protocol/answers/figures.ts";

/** Paired voters with a side before and after. */
export type FromTo = { before: number; after: number };

export type Moved = z.infer<typeof figures.Moved>;

/** What of them a verdict says. */
export type Said = z.infer<typeof figures.Said>;

/** The short verdict for the class, [Z2] if more would reveal a small group; none for too few voters. */
export type InShort = Extract<VerdictFacts, { kind: "in-short" | "too-few" }>;

/** What a verdict follows from. `provisional`: the vote is not over. */
export type VerdictFacts = z.infer<typeof figures.Facts>;

/** [E3] All that headline and detail say, and nothing more, for saying it in another language. */
export type SaidFacts = z.infer<typeof figures.SaidFacts>;

/** [E3] Leaves out the facts that another step of the reveal shows, or that only the host may see. */
export function saidFacts(facts: VerdictFacts): SaidFacts {
  switch (facts.kind) {
    case "won":
    case "dead-heat": {
      const { swing: _swing, midP: _midP, chance: _chance, ...said } = facts;
      return said;
    }
    case "in-short":
      return { kind: facts.kind, winner: facts.winner };
    default:
      return facts;
  }
}
