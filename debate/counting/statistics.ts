import type { z } from "zod";
import { chiSquaredTail, coinWeights, fairCoinsAtMost } from "#debate/counting/distributions.ts";
import { drained } from "#debate/counting/drained.ts";
import { Z95 } from "#debate/counting/margin.ts";
import { type BySide, bySide, flow, type Interval, type Moves, paired } from "#debate/counting/movement.ts";
import type * as results from "#debate/protocol/answers/results-answer.ts";

/** A chi-squared statistic with its degrees of freedom and probability (0..1). */
export type ChiSquaredTest = z.infer<typeof results.ChiSquaredTest>;

/** People who moved toward for (`up`) and toward against (`down`), and the mid-p of that split. */
export type DirectionTest = z.infer<typeof results.DirectionTest>;

const PAIRS = [
  ["for", "against"],
  ["for", "undecided"],
  ["against", "undecided"],
] as const;

/**
 * [S1] Whether the mix of choices changed: Stuart-Maxwell, `chi2 = d' V^-1 d` on for and against, df 2. [S2] If only
 * one pair of categories exchanged voters, V is singular: McNemar on that pair, df 1. [S3] Null if no one moved.
 */
export function stuartMaxwell(moves: Moves): ChiSquaredTest | null {
  const exchanges = PAIRS.map(([one, other]) => ({
    difference: moves[one][other] - moves[other][one],
    movers: moves[one][other] + moves[other][one],
  })).filter(({ movers }) => movers > 0);
  const [only] = exchanges;
  if (!only) return null;
  if (exchanges.length === 1) {
    const chi2 = only.difference ** 2 / only.movers;
    return { chi2, df: 1, p: chiSquaredTail(chi2) };
  }
  const forFlow = flow(moves, "for");
  const againstFlow = flow(moves, "against");
  const dFor = forFlow.left - forFlow.came;
  const dAgainst = againstFlow.left - againstFlow.came;
  const vFor = forFlow.left + forFlow.came;
  const vAgainst = againstFlow.left + againstFlow.came;
  const covariance = -(moves.for.against + moves.against.for);
  const chi2 =
    (dFor ** 2 * vAgainst - 2 * dFor * dAgainst * covariance + dAgainst ** 2 * vFor) /
    (vFor * vAgainst - covariance ** 2);
  return { chi2, df: 2, p: Math.exp(-chi2 / 2) };
}

/** The exact test is left out where it would go through more outcomes. */
const MOST_OUTCOMES = 1e6;
/** [L15] Outcomes between two yields, about a millisecond. */
const OUTCOMES_AT_ONCE = 20_000;

/**
 * [S12] The exact conditional probability (0..1) of a Stuart-Maxwell statistic at least as large: each pair of categories
 * exchanged its movers by fair coins. Null when nobody moved, and above 10^6 outcomes.
 */
export const mixExact = (moves: Moves): number | null => drained(mixExactInSlices(moves));

/** [L15] The same, with yields between its outcomes. */
export function* mixExactInSlices(moves: Moves): Generator<void, number | null> {
  const [forAgainst, forUndecided, againstUndecided] = PAIRS.map(([one, other]) => ({
    gone: moves[one][other],
    movers: moves[one][other] + moves[other][one],
  })) as [Exchange, Exchange, Exchange];
  const movers = [forAgainst.movers, forUndecided.movers, againstUndecided.movers] as const;
  const exchanged = movers.filter((each) => each > 0).length;
  if (exchanged === 0 || (movers[0] + 1) * (movers[1] + 1) * (movers[2] + 1) > MOST_OUTCOMES) return null;
  const vFor = movers[0] + movers[1];
  const vAgainst = movers[0] + movers[2];
  // Whole numbers, so that equal statistics are equal; with one pair only, V is singular and the difference decides [S2].
  const statistic = (a: number, b: number, c: number) => {
    const [d, e, f] = [2 * a - movers[0], 2 * b - movers[1], 2 * c - movers[2]];
    if (exchanged === 1) return Math.abs(d + e + f);
    const [dFor, dAgainst] = [d + e, f - d];
    return dFor ** 2 * vAgainst + 2 * dFor * dAgainst * movers[0] + dAgainst ** 2 * vFor;
  };
  const observed = statistic(forAgainst.gone, forUndecided.gone, againstUndecided.gone);
  const [as, bs, cs] = [coinWeights(movers[0]), coinWeights(movers[1]), coinWeights(movers[2])];
  let probability = 0;
  let looked = 0;
  for (const [a, ofA] of as.entries())
    for (const [b, ofB] of bs.entries()) {
      for (const [c, ofC] of cs.entries()) if (statistic(a, b, c) >= observed) probability += ofA * ofB * ofC;
      looked += cs.length;
      if (looked < OUTCOMES_AT_ONCE) continue;
      yield;
      looked = 0;
    }
  return Math.min(1, probability);
}

type Exchange = { gone: number; movers: number };

/** [S4] Which way? With against < undecided < for, the people who moved up and down, and their mid-p. */
export function direction(moves: Moves): DirectionTest {
  const up = moves.against.undecided + moves.against.for + moves.undecided.for;
  const down = moves.for.undecided + moves.for.against + moves.undecided.against;
  return { up, down, midP: midP(up, down) };
}

/**
 * [S4] McNemar's two-sided mid-p (0..1): `2 * (P(X < k) + P(X = k) / 2)` with `k` the smaller count and
 * X ~ Binomial(up + down, 1/2), which is `P(X <= k - 1) + P(X <= k)`; 1 when nobody moved.
 * Source: Fagerland, Lydersen and Laake 2013.
 */
export function midP(up: number, down: number): number {
  const movers = up + down;
  if (movers === 0) return 1;
  const fewer = Math.min(up, down);
  return Math.min(1, fairCoinsAtMost(fewer - 1, movers) + fairCoinsAtMost(fewer, movers));
}

/**
 * [S5] Bonett-Price 95 % intervals of the two swings, in points, cut off at 100; null without pairs.
 * Source: Bonett and Price 2012, "Adjusted Wald confidence interval for a difference of binomial proportions based on paired data",
 * Journal of Educational and Behavioral Statistics 37.
 */
export function swingIntervals(moves: Moves): BySide<Interval> | null {
  const n = paired(moves);
  if (n === 0) return null;
  return bySide((side) => {
    const { came, left } = flow(moves, side);
    const shareIn = (came + 1) / (n + 2);
    const shareOut = (left + 1) / (n + 2);
    const middle = shareIn - shareOut;
    const half = Z95 * Math.sqrt((shareIn + shareOut - middle ** 2) / (n + 2));
    return [Math.max(-100, 100 * (middle - half)), Math.min(100, 100 * (middle + half))];
  });
}
