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
};

/** The short verdict for the class, [Z2] if more would reveal a small group; none for too few voters. */
export type InShort = { kind: "in-short"; winner: Side | null; n: number } | { kind: "too-few" };

/** All that the sentence says, for saying it in another language. `provisional`: the vote is not over. */
export type VerdictFacts =
  | { kind: "after-not-held"; firstOnly: number }
  | { kind: "nobody-voted-twice"; firstOnly: number; lastOnly: number }
  | { kind: "nobody-moved"; provisional: boolean; n: number }
  | ({ kind: "dead-heat"; chance: Exclude<Chance, "contrary"> } & Moved)
  | ({ kind: "won"; winner: Side; chance: Chance } & Moved)
  | InShort;
