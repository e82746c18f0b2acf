import { flowTotals } from "#app/results/flow/flow-totals.ts";
import { estimate, type Steps, stepSum, stepsOf, Z95 } from "#debate/counting/margin.ts";
import { flow, type Matrix, movesIn, type Stories } from "#debate/counting/movement.ts";
import type { StepCounts } from "#debate/counting/opinions.ts";
import { POSITION } from "#debate/counting/positions.ts";
import type { RebuttalResult, Results } from "#debate/counting/results.ts";
import { CHOICES, type Choice, type Round, type Side } from "#debate/rules/choices.ts";

/** The figures of the results again, in the steps in which they are counted, from the results alone. */

export const OTHER = { for: "against", against: "for" } as const satisfies Record<Side, Side>;

/** [M7] From which answer to which, in the order in which they are listed. */
const STORIES: Record<keyof Stories, [from: Choice, to: Choice][]> = {
  stayed: [
    ["for", "for"],
    ["against", "against"],
    ["undecided", "undecided"],
  ],
  formedView: [
    ["undecided", "for"],
    ["undecided", "against"],
  ],
  switched: [
    ["against", "for"],
    ["for", "against"],
  ],
  unsettled: [
    ["for", "undecided"],
    ["against", "undecided"],
  ],
};

const peopleIn = (matrix: Matrix) => matrix.flat().reduce((sum, people) => sum + people, 0);

/** [M3] */
export function workedSwing(matrix: Matrix, side: Side) {
  const { before, after } = flowTotals(matrix)[side];
  const n = peopleIn(matrix);
  return { before, after, n, gain: after - before, points: (100 * (after - before)) / n };
}

/** [S5] In points but for the people; `isCut`: the line would reach past 100 points. */
export function workedSwingLine(matrix: Matrix, side: Side) {
  const { came, left } = flow(movesIn(matrix), side);
  const people = peopleIn(matrix) + 2;
  const middle = (came - left) / people;
  const spread = Math.sqrt(((came + left + 2) / people - middle ** 2) / people);
  const [low, high] = [100 * (middle - Z95 * spread), 100 * (middle + Z95 * spread)];
  return {
    ...{ came, left, people, middle: 100 * middle, spread: 100 * spread },
    ...{ low: Math.max(-100, low), high: Math.min(100, high), isCut: low < -100 || high > 100 },
  };
}

/** [S8] */
export function workedMargin(matrix: Matrix) {
  const [pro, against] = [workedSwing(matrix, "for"), workedSwing(matrix, "against")];
  const sum = pro.gain - against.gain;
  return { for: pro.gain, against: against.gain, sum, n: pro.n, points: (100 * sum) / pro.n };
}

/** [S8] [S9] Middle, spread and ends in points; `times`: how many spreads the middle is from 0. */
export function workedMarginLine(matrix: Matrix) {
  const steps = stepsOf(movesIn(matrix));
  const line = lineOf(steps);
  return { steps, ...line, times: Math.abs(line.mean) / line.sd, movers: moversOf(steps) };
}

function lineOf(steps: Steps) {
  const { mean, sd } = estimate(steps);
  return { mean, sd, low: mean - Z95 * sd, high: mean + Z95 * sd };
}

/** [M9] */
export function workedWave([down2, down1, none, up1, up2]: StepCounts) {
  const steps: Steps = { "-2": down2, "-1": down1, 0: none, 1: up1, 2: up2 };
  const [sum, n] = [stepSum(steps), moversOf(steps) + none];
  return { steps, sum, n, points: (100 * sum) / n, ...lineOf(steps) };
}

/** [M7] `of`: the groups that the story sums up, in people. */
export function workedStory(matrix: Matrix, story: keyof Stories) {
  const moves = movesIn(matrix);
  const of = STORIES[story].map(([from, to]) => moves[from][to]);
  const people = of.reduce((sum, each) => sum + each, 0);
  const n = peopleIn(matrix);
  return { of, people, n, share: people / n };
}

function moversOf(steps: Steps): number {
  return steps[-2] + steps[-1] + steps[1] + steps[2];
}

/** [S11] How many who answered with the leader take back two steps, and how many undecided one; null if no one leads. */
export function workedFragility(matrix: Matrix) {
  const sum = stepSum(stepsOf(movesIn(matrix)));
  if (sum === 0) return null;
  const leader: Side = sum > 0 ? "for" : "against";
  const size = Math.abs(sum);
  const twos = Math.min(Math.ceil(size / 2), flowTotals(matrix)[leader].after);
  return { leader, size, twos, ones: Math.max(0, size - 2 * twos) };
}

/** [S10] */
export function workedCoin(matrix: Matrix) {
  const steps = stepsOf(movesIn(matrix));
  const sum = stepSum(steps);
  return { ones: steps[-1] + steps[1], twos: steps[-2] + steps[2], movers: moversOf(steps), sum };
}

/** [M6] `from`: who came, by where they came from. */
export function workedShare(matrix: Matrix, side: Side, kind: "conversion" | "retention") {
  const { before, stayed } = flowTotals(matrix)[side];
  const moves = movesIn(matrix);
  const others = CHOICES.filter((choice) => choice !== side);
  const from = others.map((choice) => ({ choice, people: moves[choice][side] }));
  const [people, of] =
    kind === "retention"
      ? [stayed, before]
      : [from.reduce((sum, each) => sum + each.people, 0), peopleIn(matrix) - before];
  return { from, people, of, share: of === 0 ? null : people / of };
}

/** [M8] Null where the counts of both votes are not shown. */
export function workedMissing({ rounds, paired, attrition }: Results) {
  const tallyOf = (round: Round) => {
    const found = rounds.find((each) => each.round === round);
    return found && found.for !== null ? found : null;
  };
  const [first, last] = [tallyOf("before"), tallyOf("after")];
  if (!attrition || !first || !last || !paired.matrix) return null;
  const { firstOnly, lastOnly } = attrition;
  const everyone = attrition.both + firstOnly + lastOnly;
  const totals = flowTotals(paired.matrix);
  const known = stepSum(stepsOf(movesIn(paired.matrix)));
  let [down, up] = [0, 0];
  for (const choice of CHOICES) {
    const left = (first[choice] ?? 0) - totals[choice].before;
    const late = (last[choice] ?? 0) - totals[choice].after;
    down += left * (1 + POSITION[choice]) + late * (1 - POSITION[choice]);
    up += left * (1 - POSITION[choice]) + late * (1 + POSITION[choice]);
  }
  const points = (people: number) => (100 * people) / everyone;
  const ofSide = (side: Side) => {
    const change = (last[side] ?? 0) - (first[side] ?? 0);
    return {
      ...{ before: first[side] ?? 0, after: last[side] ?? 0 },
      ...{ low: points(change - lastOnly), high: points(change + firstOnly) },
    };
  };
  return {
    ...{ firstOnly, lastOnly, everyone, known, down, up },
    ...{ low: points(known - down), high: points(known + up) },
    ...{ for: ofSide("for"), against: ofSide("against") },
  };
}

/**
 * [K2] Null where camps are not shown. `fewer` and `more`: the readers of the two camps. Results don't say which camp is
 * which [V8], so both follow from their sum and the standing.
 */
export function workedStanding({ endorsements, standing, seen }: RebuttalResult) {
  if (!endorsements || standing === null || seen === null) return null;
  const approving = (endorsements.for + 1) * (endorsements.against + 1);
  const apart = Math.round(Math.sqrt((seen + 4) ** 2 - 4 * Math.round(approving / standing)));
  const [fewer, more] = [(seen - apart) / 2, (seen + apart) / 2];
  const worked = approving / ((fewer + 2) * (more + 2));
  return { for: endorsements.for, against: endorsements.against, fewer, more, standing: worked };
}
