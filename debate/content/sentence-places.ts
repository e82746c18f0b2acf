import type { Side } from "#debate/rules/choices.ts";

/** A sentence of a position: of its paragraph `n`, counted from 1, in every version the same [X1]. */
export type SentencePlace = { side: Side; n: number; sentence: number };

export const isSamePlace = (one: SentencePlace, other: SentencePlace) =>
  one.side === other.side && one.n === other.n && one.sentence === other.sentence;
