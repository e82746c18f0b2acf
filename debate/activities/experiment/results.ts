import type { ActivityResults, Compared, Counting } from "#debate/activities/activity-results.ts";
import type { ExperimentResult, OwnExperiment } from "#debate/activities/experiment/rules.ts";
import {
  ARMS,
  type Arm,
  type ExperimentKind,
  LEAST_ARM,
  type Stratum,
} from "#debate/activities/experiment/terms.ts";
import { estimateArms } from "#debate/counting/arms.ts";
import { STEPS } from "#debate/counting/margin.ts";
import { POSITION } from "#debate/counting/positions.ts";
import { LEAST_GROUP, type Voter } from "#debate/counting/tally.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";

type Result = ExperimentResult;
/** A seat as it was drawn, and what its student did. */
type Drawn = { participantId: string; arm: Arm; stratum: Stratum; began: boolean; side: Side | null };
type Stored = { experiment?: { kind: ExperimentKind; arms: readonly Drawn[] } | null };

type Person = Drawn & { did: boolean; step: number | null };

/** [M18] How far someone moved, in steps from -2 to 2; null for who is not analyzed. */
function stepOf(
  kind: ExperimentKind,
  { arm, side }: Drawn,
  voter: Voter,
  hasReading: boolean,
): number | null {
  const isEarly = kind === "arguing" ? arm === "b" : kind === "order" && hasReading;
  const [before, second] = [voter.before, isEarly ? voter.reading : voter.after];
  if (!before || !second) return null;
  const step = POSITION[second.choice] - POSITION[before.choice];
  if (kind !== "switch") return step;
  // [M28] Toward the other side; of undecided people, toward the side that they wrote for.
  const toward = before.choice === "undecided" ? side && POSITION[side] : -POSITION[before.choice];
  return toward === null ? null : step * toward || 0;
}

function hasDone(kind: ExperimentKind, { arm, began, side }: Drawn, voter: Voter): boolean {
  if (kind === "order") return began;
  if (kind === "switch") return side !== null;
  return (arm === "a" ? voter.after : voter.reading) !== undefined;
}

/** [M25] Counted in the results, and told from eight people in each arm on. */
function countExperiment({ experiment, voters, rounds, phase }: Counting & Stored): Result | null {
  if (!experiment || !resultsPublic(phase as Phase)) return null;
  const { kind } = experiment;
  const hasReading = rounds.includes("reading");
  const people: Person[] = experiment.arms.map((drawn) => {
    const voter = voters.get(drawn.participantId) ?? {};
    return { ...drawn, did: hasDone(kind, drawn, voter), step: stepOf(kind, drawn, voter, hasReading) };
  });
  const enough = ARMS.every((arm) => analyzed(people, arm).length >= LEAST_ARM);
  const estimate = enough ? estimateArms(strataOf(people)) : null;
  return {
    kind,
    arms: [armResult(people, "a", enough), armResult(people, "b", enough)],
    difference: estimate?.difference ?? null,
    se: estimate?.se ?? null,
    df: estimate?.df ?? null,
    interval: estimate?.interval ?? null,
    chance: estimate?.chance ?? null,
    enough,
  };
}

const analyzed = (people: readonly Person[], arm: Arm): number[] =>
  people.flatMap((person) => (person.arm === arm && person.step !== null ? [person.step] : []));

function strataOf(people: readonly Person[]) {
  const strata = [...new Set(people.map(({ stratum }) => stratum))];
  return strata.map((stratum) => {
    const own = people.filter((person) => person.stratum === stratum);
    return { a: analyzed(own, "a"), b: analyzed(own, "b") };
  });
}

function armResult(people: readonly Person[], arm: Arm, enough: boolean): Result["arms"][0] {
  const own = people.filter((person) => person.arm === arm);
  const steps = analyzed(people, arm);
  const sum = steps.reduce((all, step) => all + step, 0);
  return {
    arm,
    drawn: own.length,
    did: own.filter(({ did }) => did).length,
    n: steps.length,
    mean: enough ? sum / steps.length : null,
    steps: enough ? STEPS.map((each) => steps.filter((step) => step === each).length) : null,
  };
}

/**
 * [M26] What the host of an anonymous session is told: where the class sees the exact flow, and at least four people in each arm took
 * another step than most. Then sums tell no one's step, also with one's own subtracted.
 */
function forAnonymousHost({ arms, ...result }: Result, isFlowTold: boolean): Result {
  const isTold =
    isFlowTold && arms.every(({ n, steps }) => steps !== null && n - Math.max(...steps) >= LEAST_GROUP);
  const counted = ({ arm, drawn, n, mean }: Result["arms"][0]) => {
    return { arm, drawn, did: null, n, mean: isTold ? mean : null, steps: null };
  };
  const none = { difference: null, se: null, df: null, interval: null, chance: null, enough: false };
  return { ...result, ...(!isTold && none), arms: [counted(arms[0]), counted(arms[1])] };
}

/** [S30] Where there are enough people in both halves. */
function comparedWith({ kind, difference, se, arms }: Result): Compared | undefined {
  if (difference === null || se === null) return undefined;
  return { kind, difference, se, n: [arms[0].n, arms[1].n] };
}

export const experimentResults = {
  part: "experiment",
  count: countExperiment,
  hides: "always",
  forHost: forAnonymousHost,
  compared: comparedWith,
  /** What this student did first; not among what is marked. */
  card: ({ experiment: own }: { experiment?: OwnExperiment }, _shown: object) => ({
    experiment: own ?? null,
  }),
} as const satisfies ActivityResults;
