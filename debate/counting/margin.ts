import type { z } from "zod";
import { coinWeights, fairCoinsAtMost } from "#debate/counting/distributions.ts";
import { isWithinFivePoints, type Moves } from "#debate/counting/movement.ts";
import { POSITION } from "#debate/counting/positions.ts";
import type * as figures from "#debate/protocol/answers/figures.ts";
import { CHOICES } from "#debate/rules/choices.ts";

/** How sure the sign of a margin is; `few`: fewer than five people moved. */
export type Standing = z.infer<typeof figures.standing>;

/** [S15] What a headline claims of a lead; `small`: under 5 points, though its interval excludes 0. */
export type Claim = Standing | "small";

/** Swing For minus swing Against in points, its 95 % interval, and what may be said of its sign. */
export type Margin = z.infer<typeof figures.margin>;

/** Mean and standard deviation of a margin in points under a Jeffreys prior. */
export type Estimate = { mean: number; sd: number };

/** The 97.5 % and 85 % points of the standard normal distribution. */
export const Z95 = 1.959963984540054;
const Z85 = 1.0364333894937898;

export const FEWEST_MOVERS = 5;
export const STEPS = [-2, -1, 0, 1, 2] as const;
export type Step = (typeof STEPS)[number];

/** [S8] People by how far they moved toward For: from -2 to 2. */
export type Steps = Record<Step, number>;
const NOBODY: Steps = { "-2": 0, "-1": 0, 0: 0, 1: 0, 2: 0 };

export function stepsOf(moves: Moves): Steps {
  const steps = { ...NOBODY };
  for (const before of CHOICES)
    for (const after of CHOICES) steps[(POSITION[after] - POSITION[before]) as Step] += moves[before][after];
  return steps;
}

/** [S8] All steps together, in people: its sign is the leader's. */
export function stepSum(steps: Steps): number {
  return STEPS.reduce<number>((sum, step) => sum + step * steps[step], 0);
}

export function peopleIn(steps: Steps): number {
  return sumsOf(steps).n;
}

/** The steps of several classes together. */
export function allSteps(classes: readonly Steps[]): Steps {
  const all = { ...NOBODY };
  for (const steps of classes) for (const step of STEPS) all[step] += steps[step];
  return all;
}

/** All that a standing follows from. `sum` and `squares`: of the steps. */
export type Sums = { n: number; movers: number; sum: number; squares: number };

export function sumsOf(steps: Steps): Sums {
  const movers = steps[-2] + steps[-1] + steps[1] + steps[2];
  const squares = STEPS.reduce<number>((sum, step) => sum + step ** 2 * steps[step], 0);
  return { n: movers + steps[0], movers, sum: stepSum(steps), squares };
}

/**
 * [S8] Half a person is added to each of the five step counts (Jeffreys prior), so that a class in which everyone moved alike
 * is not taken for proof.
 */
export function estimate(steps: Steps): Estimate {
  return estimateOf(sumsOf(steps));
}

function estimateOf({ n, sum, squares }: Sums): Estimate {
  const mean = sum / (n + 2.5);
  // The halves add nothing to the sum, and 5 to the squares.
  const sd = Math.sqrt(((squares + 5) / (n + 2.5) - mean ** 2) / (n + 3.5));
  return { mean: 100 * mean, sd: 100 * sd };
}

/** [S8] [S9] The margin of the paired voters; null without them. */
export function margin(moves: Moves): Margin | null {
  const sums = sumsOf(stepsOf(moves));
  if (sums.n === 0) return null;
  const { mean, sd } = estimateOf(sums);
  return {
    points: (100 * sums.sum) / sums.n,
    interval: [mean - Z95 * sd, mean + Z95 * sd],
    standing: standingOf(sums),
  };
}

/**
 * [S28] The margin of a class of which only these figures are known. Its squares follow from them, and fewer than five say that fewer
 * than five people moved.
 */
export function marginElsewhere({ n, points, mean, sd }: Estimate & { n: number; points: number }): Margin {
  const squares = ((sd / 100) ** 2 * (n + 3.5) + (mean / 100) ** 2) * (n + 2.5) - 5;
  const deviations = Math.abs(mean) / sd;
  const sure = deviations >= Z95 ? "clear" : deviations >= Z85 ? "leaning" : "close";
  const standing = Math.round(squares) < FEWEST_MOVERS ? "few" : sure;
  return { points, interval: [mean - Z95 * sd, mean + Z95 * sd], standing };
}

/** [S9] */
function standingOf(sums: Sums): Standing {
  if (sums.movers < FEWEST_MOVERS) return "few";
  const { mean, sd } = estimateOf(sums);
  const deviations = Math.abs(mean) / sd;
  if (deviations >= Z95) return "clear";
  return deviations >= Z85 ? "leaning" : "close";
}

/** [S6] [S15] Below 5 points it is a dead heat [M5]. */
export function claimOf(sums: Sums): Claim {
  const standing = standingOf(sums);
  if (standing === "few" || !isWithinFivePoints(sums.sum, sums.n)) return standing;
  return standing === "clear" ? "small" : "close";
}

/** [S6] A small lead is a dead heat, too. */
export function standingIn(claim: Claim): Standing {
  return claim === "small" ? "close" : claim;
}

/**
 * [S10] The coin: if everyone who moved had tossed a fair coin for the direction, how often (0..1) the steps would add up at
 * least as far from 0. Exact; null when nobody moved.
 */
export function coin(steps: Steps): number | null {
  const [ones, twos] = [steps[-1] + steps[1], steps[-2] + steps[2]];
  if (ones + twos === 0) return null;
  const sum = Math.abs(stepSum(steps));
  if (sum === 0) return 1;
  // Twice the tail at `sum` and above: for each fall of the long steps, what the short ones have to add.
  let tail = 0;
  for (const [heads, weight] of coinWeights(twos).entries()) {
    const missing = sum - 2 * (2 * heads - twos);
    tail += weight * fairCoinsAtMost(Math.floor((ones - missing) / 2), ones);
  }
  return Math.min(1, 2 * tail);
}
