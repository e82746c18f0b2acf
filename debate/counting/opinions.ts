import type { z } from "zod";
import type { Guess } from "#debate/counting/input.ts";
import { margin, type Steps, stepsOf } from "#debate/counting/margin.ts";
import { type Moves, paired } from "#debate/counting/movement.ts";
import { POSITION } from "#debate/counting/positions.ts";
import { emptyTally, type RoundTally, type Voters } from "#debate/counting/tally.ts";
import type * as figures from "#debate/protocol/answers/figures.ts";
import type * as results from "#debate/protocol/answers/results-answer.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";

/** People who moved two steps toward Against, one, none, one toward For, two. */
export type StepCounts = NonNullable<Waves["steps"]>["reading"];

/**
 * [M9] The margins of reading and of arguing, on the people who voted all three times, and what they are counted from. `steps` is
 * missing in results that an older version showed a class [Z11].
 */
export type Waves = z.infer<typeof results.Waves>;

/**
 * [M10] How far side times confidence moved toward For on average, from -10 to 10, of people who gave their confidence both
 * times; and of those who kept their side, how many are more and how many less confident.
 */
export type Confidence = z.infer<typeof results.Confidence>;

/** [M12] The guesses of the share (0..100) that is For in the last vote, beside the true one. */
export type Guesses = z.infer<typeof figures.Guesses>;

const FEWEST_CONFIDENT = 10;
const FEWEST_OF_A_CAMP = 10;
/** Guesses are drawn in steps of five percent. */
export const GUESS_STEP = 5;

/** [M9] Null where nobody voted all three times. */
export function waves(voters: Voters): Waves | null {
  const empty = (): Moves => ({ for: emptyTally(), against: emptyTally(), undecided: emptyTally() });
  const [reading, arguing] = [empty(), empty()];
  for (const voter of voters.values()) {
    if (!voter.before || !voter.reading || !voter.after) continue;
    reading[voter.before.choice][voter.reading.choice] += 1;
    arguing[voter.reading.choice][voter.after.choice] += 1;
  }
  const margins = { reading: margin(reading), arguing: margin(arguing) };
  if (!margins.reading || !margins.arguing) return null;
  return {
    ...{ n: paired(reading), reading: margins.reading, arguing: margins.arguing },
    steps: { reading: inOrder(stepsOf(reading)), arguing: inOrder(stepsOf(arguing)) },
  };
}

function inOrder(steps: Steps): StepCounts {
  return [steps[-2], steps[-1], steps[0], steps[1], steps[2]];
}

/** [M10] Null where fewer than ten gave it both times. */
export function confidence(voters: Voters): Confidence | null {
  const counted: Confidence = { n: 0, change: 0, firmer: 0, lessSure: 0 };
  for (const { before, after } of voters.values()) {
    if (before?.confidence === undefined || after?.confidence === undefined) continue;
    counted.n += 1;
    counted.change += POSITION[after.choice] * after.confidence - POSITION[before.choice] * before.confidence;
    if (before.choice !== after.choice || after.choice === "undecided") continue;
    if (after.confidence > before.confidence) counted.firmer += 1;
    if (after.confidence < before.confidence) counted.lessSure += 1;
  }
  return counted.n < FEWEST_CONFIDENT ? null : { ...counted, change: counted.change / counted.n };
}

/** [M12] Null without a guess or a last vote. `campOf` is left out where camps may not be shown. */
export function guesses(
  given: readonly Guess[],
  last: RoundTally,
  campOf?: (participantId: string) => Choice | undefined,
): Guesses | null {
  if (given.length === 0 || last.n === 0) return null;
  const camps = CHOICES.flatMap((camp) => {
    const own = campOf ? given.filter(({ participantId }) => campOf(participantId) === camp) : [];
    return own.length < FEWEST_OF_A_CAMP ? [] : [[camp, { n: own.length, mean: meanOf(own) }] as const];
  });
  return {
    n: given.length,
    mean: meanOf(given),
    truth: (100 * last.for) / last.n,
    counts: countsOf(given),
    ...(campOf && { byCamp: Object.fromEntries(camps) }),
  };
}

/** [K9] What everyone but the host may know: what a camp guessed tells the first vote of one who did not guess. */
export function guessesOfAll({ byCamp: _, ...guesses }: Guesses): Guesses {
  return guesses;
}

function countsOf(given: readonly Guess[]): number[] {
  const counts = Array.from({ length: 100 / GUESS_STEP + 1 }, () => 0);
  for (const { share } of given)
    counts[Math.floor(share / GUESS_STEP)] = (counts[Math.floor(share / GUESS_STEP)] ?? 0) + 1;
  return counts;
}

function meanOf(given: readonly Guess[]): number {
  return given.reduce((sum, { share }) => sum + share, 0) / given.length;
}
