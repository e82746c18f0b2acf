import { coinWeights, fairCoinsAtMost } from "#debate/counting/distributions.ts";
import { type Interval, type Moves, paired } from "#debate/counting/movement.ts";
import { POSITION } from "#debate/counting/positions.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";

/** How sure the sign of a margin is; `few`: fewer than five people moved. */
export type Standing = "clear" | "leaning" | "close" | "few";

/** Swing For minus swing Against in points, its 95 % interval, and what may be said of its sign. */
export type Margin = { points: number; interval: Interval; standing: Standing };

/** Mean and standard deviation of a margin in points under a Jeffreys prior. */
export type Estimate = { mean: number; sd: number };

/** The 97.5 % and 85 % points of the standard normal distribution. */
export const Z95 = 1.959963984540054;
const Z85 = 1.0364333894937898;

const FEWEST_MOVERS = 5;
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
  return moversOf(steps) + steps[0];
}

/** The steps of several classes together. */
export function allSteps(classes: readonly Steps[]): Steps {
  const all = { ...NOBODY };
  for (const steps of classes) for (const step of STEPS) all[step] += steps[step];
  return all;
}

function moversOf(steps: Steps): number {
  return steps[-2] + steps[-1] + steps[1] + steps[2];
}

/**
 * [S8] Half a person is added to each of the five step counts (Jeffreys prior), so that a class in which everyone moved alike
 * is not taken for proof.
 */
export function estimate(steps: Steps): Estimate {
  const n = peopleIn(steps);
  let [mean, squares] = [0, 0];
  for (const step of STEPS) {
    const share = (steps[step] + 0.5) / (n + 2.5);
    mean += step * share;
    squares += step ** 2 * share;
  }
  return { mean: 100 * mean, sd: 100 * Math.sqrt((squares - mean ** 2) / (n + 3.5)) };
}

/** [S8] [S9] The margin of the paired voters; null without them. */
export function margin(moves: Moves): Margin | null {
  const n = paired(moves);
  if (n === 0) return null;
  const steps = stepsOf(moves);
  const { mean, sd } = estimate(steps);
  return {
    points: (100 * stepSum(steps)) / n,
    interval: [mean - Z95 * sd, mean + Z95 * sd],
    standing: standingOf(steps, Math.abs(mean) / sd),
  };
}

/** [S9] `deviations`: how many standard deviations the margin is away from 0. */
function standingOf(steps: Steps, deviations: number): Standing {
  if (moversOf(steps) < FEWEST_MOVERS) return "few";
  if (deviations >= Z95) return "clear";
  return deviations >= Z85 ? "leaning" : "close";
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

/**
 * [S11] The fewest people whose last answer would have to differ for the leader to lead no more; null where nobody leads.
 * A person who answers with the leader can move at most two steps away from it, an undecided one at most one.
 */
export function fragility(moves: Moves): number | null {
  const sum = stepSum(stepsOf(moves));
  if (sum === 0) return null;
  const leader = sum > 0 ? "for" : "against";
  const answering = (after: Choice) => CHOICES.reduce((people, before) => people + moves[before][after], 0);
  const farthest = answering(leader);
  const size = Math.abs(sum);
  return size <= 2 * farthest ? Math.ceil(size / 2) : size - farthest;
}
