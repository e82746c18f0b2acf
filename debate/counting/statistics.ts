import { chiSquaredTail, fairCoinsAtMost } from "#debate/counting/distributions.ts";
import { type BySide, bySide, flow, type Interval, type Moves, paired } from "#debate/counting/movement.ts";

/** A chi-squared statistic with its degrees of freedom and probability (0..1). */
export type ChiSquaredTest = { chi2: number; df: 1 | 2; p: number };

/** People who moved toward for (`up`) and toward against (`down`), and the mid-p of that split. */
export type DirectionTest = { up: number; down: number; midP: number };

/** The 97.5 % point of the standard normal distribution. */
const Z95 = 1.959963984540054;

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

/** [S4] The direction: the people who moved up and down, with against < undecided < for, and their mid-p. */
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
 * [S5] Agresti-Min 95 % intervals of the two swings, in points; null without pairs. As in the paper they are not
 * clipped, so in tiny groups they can pass -100 or +100. Charts clip them.
 */
export function swingIntervals(moves: Moves): BySide<Interval> | null {
  const n = paired(moves);
  if (n === 0) return null;
  return bySide((side) => {
    const { came, left } = flow(moves, side);
    const shareIn = (came + 0.5) / (n + 2);
    const shareOut = (left + 0.5) / (n + 2);
    const middle = shareIn - shareOut;
    const margin = Z95 * Math.sqrt((shareIn + shareOut - middle ** 2) / (n + 2));
    return [100 * (middle - margin), 100 * (middle + margin)];
  });
}
