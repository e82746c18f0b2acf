import type { OtherStanding } from "#debate/counting/fragility.ts";
import type { Standing } from "#debate/counting/margin.ts";
import type { BySide } from "#debate/counting/movement.ts";
import type { Side } from "#debate/rules/choices.ts";

/**
 * Whether chance alone could split the movers like this: `contrary` when it hardly could, but most
 * of them moved away from the winner, whose movers went further.
 */
export type Chance = "likely" | "unlikely" | "contrary";

/** Paired voters with a side before and after. */
export type FromTo = { before: number; after: number };

export type Moved = {
  provisional: boolean;
  n: number;
  swing: BySide<number>;
  toward: BySide<number>;
  midP: number;
  standing: Standing;
  /** Who has the margin's sign, also in a dead heat. */
  leader: Side | null;
  people: BySide<FromTo>;
  movers: number;
  fragility: number | null;
  // Results that an older version showed a class [Z11] have none of these.
  /** [S14] In a clear win. */
  otherStanding?: OtherStanding;
  /** [S15] A dead heat whose interval excludes 0. */
  isSmallLead?: true;
  /** [S16] People who voted once, where their missing answers could change who leads. */
  votedOnce?: number;
};

/** What of them a verdict says. */
export type Said = Omit<Moved, "swing" | "midP">;

/** The short verdict for the class, [Z2] if more would reveal a small group; none for too few voters. */
export type InShort = { kind: "in-short"; winner: Side | null; n: number } | { kind: "too-few" };

type Unmoved =
  | { kind: "after-not-held"; firstOnly: number }
  | { kind: "nobody-voted-twice"; firstOnly: number; lastOnly: number }
  | { kind: "nobody-moved"; provisional: boolean; n: number };

/** What a verdict follows from. `provisional`: the vote is not over. */
export type VerdictFacts =
  | Unmoved
  | ({ kind: "dead-heat"; chance: Exclude<Chance, "contrary"> } & Moved)
  | ({ kind: "won"; winner: Side; chance: Chance } & Moved)
  | InShort;

/** [E3] All that headline and detail say, and nothing more, for saying it in another language. */
export type SaidFacts =
  | Unmoved
  | ({ kind: "dead-heat" } & Said)
  | ({ kind: "won"; winner: Side } & Said)
  | { kind: "in-short"; winner: Side | null }
  | { kind: "too-few" };

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
