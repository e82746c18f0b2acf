import {
  creditsThatCount,
  heat,
  type Movers,
  noMovers,
  type ParagraphHeat,
} from "#debate/counting/credit.ts";
import { drained } from "#debate/counting/drained.ts";
import { fragility, fragilityOfStanding } from "#debate/counting/fragility.ts";
import type { CountedRebuttal, CountingInput } from "#debate/counting/input.ts";
import { type LaterMovement, laterMovement } from "#debate/counting/later.ts";
import { coin, type Margin, margin, stepsOf } from "#debate/counting/margin.ts";
import {
  type Attrition,
  attrition,
  type BySide,
  conversion,
  type Interval,
  type Matrix,
  type Movement,
  movement,
  movesBetween,
  retention,
  type Stories,
  stories,
  swing,
} from "#debate/counting/movement.ts";
import {
  type Confidence,
  confidence,
  type Guesses,
  guesses,
  type OutlookChanges,
  outlookChanges,
  type Waves,
  waves,
} from "#debate/counting/opinions.ts";
import { type Ranked, rank, receiveInSlices, toldCommonGround } from "#debate/counting/ranking.ts";
import {
  type ChiSquaredTest,
  type DirectionTest,
  direction,
  mixExactInSlices,
  stuartMaxwell,
  swingIntervals,
} from "#debate/counting/statistics.ts";
import {
  type RoundTally,
  type Tally,
  tallyRound,
  total,
  type Voters,
  votersOf,
} from "#debate/counting/tally.ts";
import { type Verdict, verdict } from "#debate/counting/verdict.ts";
import { type PickedWords, reasonsGiven } from "#debate/counting/words.ts";
import type { Choice, Round } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";

/**
 * Parts of the results: who moved which way with all related counts; the rounded shares of both votes; endorsements
 * and movers by camp; credits; understanding and respect; the later vote.
 */
export type Part = "flow" | "shares" | "camps" | "credits" | "outlook" | "later";

/** A rebuttal in the results, without its author. `endorsed`: endorsements of all camps. */
type CountedRebuttalResult = Omit<CountedRebuttal, "participantId" | "merged"> &
  Ranked & { endorsed: number; credits: number; movers: Movers };

/**
 * The results of a session, in the format of `docs/contract.md`: shares 0..1, swings and intervals in unrounded
 * percentage points. Swing, interval and tests are null without paired voters.
 */
export type Counted = {
  code: string;
  resolution: string;
  phase: string;
  rounds: RoundTally[];
  paired: Movement;
  /** [M9] With a reading vote: before to reading, and reading to after; else empty. */
  legs: Movement[];
  swing: Tally | null;
  interval: BySide<Interval> | null;
  conversion: BySide<number | null>;
  retention: BySide<number | null>;
  stories: Stories;
  tests: {
    stuartMaxwell: ChiSquaredTest | null;
    direction: DirectionTest;
    coin: number | null;
    mixExact: number | null;
  } | null;
  margin: Margin | null;
  fragility: number | null;
  fragilityOfStanding: number | null;
  verdict: Verdict;
  attrition: Attrition;
  waves: Waves | null;
  confidence: Confidence | null;
  guess: Guesses | null;
  outlook: OutlookChanges | null;
  /** [M14] Once the later vote has closed. */
  later?: LaterMovement | null;
  /** [K8] Ids of rebuttals that persuaded both camps, in opponents' choice order; [K11] fewer for the class. */
  commonGround: string[];
  /** In opponents' choice order; [K10] for the class in the order of all endorsements. */
  rebuttals: CountedRebuttalResult[];
  paragraphs: ParagraphHeat[];
  /** [Y10] How many voted on paper, where anyone did. */
  onPaper?: number;
  /** How many gave a reason in each round. */
  reasons: { round: Round; n: number }[];
  /** [V18] What the host picked of the words of voters; not counted, but put in when the results are read. */
  picked: PickedWords[];
  /** [Z2] The parts that the class may not see. */
  withheld: Part[];
};

type OrNull<T> = { [Field in keyof T]: T[Field] | null };
type Nullable<T, Fields extends keyof T> = Omit<T, Fields> & OrNull<Pick<T, Fields>>;

export type RebuttalResult = Nullable<
  CountedRebuttalResult,
  "endorsements" | "uncamped" | "standing" | "seen" | "credits" | "movers"
>;
export type ParagraphResult = Nullable<ParagraphHeat, "endorsements" | "credits" | "movers">;
/** `shares`: of the paired people in both votes, 0..1, [Z3] rounded. `rounded`: the flow in fives, [Z8] with noise. */
export type MovementResult = Nullable<Movement, "matrix"> & {
  shares?: { from: Tally; to: Tally };
  rounded?: Matrix;
};

/** The results as an audience sees them; parts withheld from the class are null. */
export type Results = Nullable<
  Omit<Counted, "rounds" | "paired" | "legs" | "rebuttals" | "paragraphs">,
  "conversion" | "retention" | "stories" | "attrition" | "commonGround" | "reasons"
> & {
  rounds: (RoundTally | Nullable<RoundTally, Choice>)[];
  paired: MovementResult;
  legs: MovementResult[];
  rebuttals: RebuttalResult[];
  /** [R15] How many there are, if not all are included. */
  rebuttalsInAll?: number;
  paragraphs: ParagraphResult[];
};

/** [K11] Beside what the host sees, ids of the common ground that the class is told. */
type CountedForAll = Counted & { toldCommonGround: string[] };

/**
 * Counts a session, in time proportional to its input. With one ballot per participant and round,
 * which the store keeps, the order of ballots makes no difference.
 */
export const countResults = (input: CountingInput): CountedForAll => drained(countInSlices(input));

/** [L15] The same, with yields in between, so that a server can do other work meanwhile. */
export function* countInSlices(input: CountingInput): Generator<void, CountedForAll> {
  const { code, resolution, phase, rounds, positions } = input;
  const voters = votersOf(input.ballots, rounds);
  yield;
  const moves = movesBetween(voters, "before", "after");
  const lost = attrition(voters, "before", "after");
  const swings = swing(moves);
  const campOf = (participantId: string) => voters.get(participantId)?.before?.choice;
  const rebuttals = yield* receiveInSlices(input.rebuttals, input.endorsements, input.exposures, campOf);
  const ranked = rank(rebuttals);
  const credits = creditsThatCount(voters, rebuttals, input.isAnonymous);
  yield;
  return {
    code,
    resolution,
    phase,
    rounds: rounds.map((round) => tallyRound(voters, round)),
    paired: movement(moves, "before", "after"),
    legs: rounds.includes("reading") ? legs(voters) : [],
    swing: swings,
    interval: swingIntervals(moves),
    conversion: conversion(moves),
    retention: retention(moves),
    stories: stories(moves),
    tests: swings && {
      stuartMaxwell: stuartMaxwell(moves),
      direction: direction(moves),
      coin: coin(stepsOf(moves)),
      mixExact: yield* mixExactInSlices(moves),
    },
    margin: margin(moves),
    fragility: fragility(moves),
    fragilityOfStanding: fragilityOfStanding(moves),
    verdict: verdict(moves, lost, phase),
    attrition: lost,
    waves: waves(voters),
    confidence: confidence(voters),
    guess: guesses(input.guesses, tallyRound(voters, "after"), campOf),
    outlook: outlookChanges(voters),
    ...(input.withLater && { later: laterMovement(input.ballots) }),
    commonGround: ranked.filter(({ isCommonGround }) => isCommonGround).map(({ id }) => id),
    toldCommonGround: toldCommonGround(ranked),
    rebuttals: ranked.map((rebuttal) => shown(rebuttal, credits.rebuttals.get(rebuttal.id) ?? noMovers())),
    paragraphs: heat(positions, rebuttals, credits),
    ...(input.onPaper && { onPaper: input.onPaper }),
    reasons: reasonsGiven(voters, rounds),
    picked: [],
    withheld: [],
  };
}

function legs(voters: Voters): Movement[] {
  return [
    movement(movesBetween(voters, "before", "reading"), "before", "reading"),
    movement(movesBetween(voters, "reading", "after"), "reading", "after"),
  ];
}

// Field by field, so that nothing about its author is included by accident.
function shown(rebuttal: CountedRebuttal & Ranked, movers: Movers): CountedRebuttalResult {
  const { id, side, body, quote, replyTo, at, endorsements, uncamped, standing, seen, replies } = rebuttal;
  const endorsed = total(endorsements) + uncamped;
  return {
    id,
    side,
    body,
    ...present({ quote, replyTo }),
    at,
    endorsed,
    endorsements,
    uncamped,
    standing,
    seen,
    replies,
    credits: total(movers.toward),
    movers,
  };
}
