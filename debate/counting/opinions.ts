import type { z } from "zod";
import { margin, type Steps, stepsOf } from "#debate/counting/margin.ts";
import { type Moves, paired } from "#debate/counting/movement.ts";
import { POSITION } from "#debate/counting/positions.ts";
import { emptyTally, type Voters } from "#debate/counting/tally.ts";
import type * as results from "#debate/protocol/answers/results-answer.ts";

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

const FEWEST_CONFIDENT = 10;

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
