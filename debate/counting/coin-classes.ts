import { coinWeights } from "#debate/counting/distributions.ts";
import { stepSum, stepsOf } from "#debate/counting/margin.ts";
import { type Matrix, movesIn } from "#debate/counting/movement.ts";
import type { Results } from "#debate/counting/results.ts";

/** How many classes stand for the whole distribution. */
const CLASSES = 100;
/**
 * Where in its hundredth a class stands. In the middle, both tails would be rounded alike, and the classes in them would always be
 * an even number; a quarter makes them as many as the coin in percent, rounded, so that the picture says what the sentence says.
 */
const OFFSET = 0.25;
/** Falls of the coins that are rarer than this move no quantile. */
const NEGLIGIBLE = 1e-15;
/** Sums of doubles may miss a quantile that they reach exactly. */
const ROUNDING = 1e-9;

/**
 * Classes in which the same people moved, and everyone tossed a fair coin for the direction: their steps toward For, from the
 * lowest to the highest; ours beside them. `asUneven`: how many are at least as far from 0 as ours.
 */
export type CoinClasses = { steps: number[]; ours: number; asUneven: number };

/**
 * [S10] The coin as people see it: null without the exact flow, which its picture needs, and [S9] where too few moved to say
 * anything about chance.
 */
export function shownCoin({
  paired,
  tests,
  margin,
}: Pick<Results, "paired" | "tests" | "margin">): number | null {
  if (!paired.matrix || margin?.standing === "few") return null;
  return tests?.coin ?? null;
}

/**
 * [S10] A hundred coin-tossing classes, at the quantiles 0.25, 1.25, ... 99.25 % of the exact distribution: no chance is
 * involved, so that every screen shows the same picture. Null when nobody moved.
 */
export function coinClasses(matrix: Matrix): CoinClasses | null {
  const people = stepsOf(movesIn(matrix));
  const [ones, twos, ours] = [people[-1] + people[1], people[-2] + people[2], stepSum(people)];
  if (ones + twos === 0) return null;
  const steps: number[] = [];
  let reached = 0;
  for (const [sum, probability] of distribution(ones, twos)) {
    reached += probability;
    while (steps.length < CLASSES && (steps.length + OFFSET) / CLASSES <= reached + ROUNDING) steps.push(sum);
  }
  return { steps, ours, asUneven: steps.filter((sum) => Math.abs(sum) >= Math.abs(ours)).length };
}

/** The probability of each sum of steps, from the lowest sum on. */
function distribution(ones: number, twos: number): [number, number][] {
  const sums = new Map<number, number>();
  const short = likely(ones);
  for (const [long, ofLong] of likely(twos))
    for (const [step, ofStep] of short) {
      const sum = 2 * long + step;
      sums.set(sum, (sums.get(sum) ?? 0) + ofLong * ofStep);
    }
  return [...sums].sort(([one], [other]) => one - other);
}

/** Heads less tails of so many coins, as far as anyone would see them. */
function likely(coins: number): [number, number][] {
  return coinWeights(coins)
    .map((weight, heads): [number, number] => [2 * heads - coins, weight])
    .filter(([, weight]) => weight > NEGLIGIBLE);
}
