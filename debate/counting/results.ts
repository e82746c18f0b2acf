import type { z } from "zod";
import { countOfActivities, type StoredForResults } from "#debate/activities/results.ts";
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
import { coin, margin, stepsOf } from "#debate/counting/margin.ts";
import {
  attrition,
  conversion,
  type Movement,
  movement,
  movesBetween,
  retention,
  stories,
  swing,
} from "#debate/counting/movement.ts";
import { confidence, waves } from "#debate/counting/opinions.ts";
import { publicCommonGround, type Ranked, rank, receiveInSlices } from "#debate/counting/ranking.ts";
import { direction, mixExactInSlices, stuartMaxwell, swingIntervals } from "#debate/counting/statistics.ts";
import { type RoundTally, tallyRound, total, type Voters, votersOf } from "#debate/counting/tally.ts";
import { verdict } from "#debate/counting/verdict.ts";
import { reasonsGiven } from "#debate/counting/words.ts";
import type * as figures from "#debate/protocol/answers/figures.ts";
import type * as answers from "#debate/protocol/answers/results-answer.ts";
import { present } from "#debate/rules/present.ts";

/** The results as an audience sees them, in the format of `docs/contract.md`; parts withheld from the class are null. */
export type Results = z.infer<typeof answers.Results>;
export type Part = Results["withheld"][number];
export type RebuttalResult = z.infer<typeof answers.RebuttalResult>;
export type ParagraphResult = z.infer<typeof answers.ParagraphResult>;
/** `shares`: of the paired people in both votes, 0..1, [Z3] rounded. `rounded`: the flow in fives, [Z8] with noise. */
export type MovementResult = z.infer<typeof figures.MovementResult>;

type Whole<T, Fields extends keyof T> = Omit<T, Fields> & {
  [Field in Fields]: NonNullable<T[Field]>;
};
/** A rebuttal in the results, without its author. `endorsed`: endorsements of all camps. */
type CountedRebuttalResult = Whole<
  RebuttalResult,
  "endorsements" | "uncamped" | "standing" | "seen" | "credits" | "movers"
>;

/** The results with nothing withheld. Swing, interval and tests are null without paired voters. */
export type Counted = Whole<
  Omit<Results, "rounds" | "paired" | "legs" | "rebuttals" | "rebuttalsInAll" | "paragraphs">,
  "conversion" | "retention" | "stories" | "attrition" | "commonGround" | "reasons"
> & {
  rounds: RoundTally[];
  paired: Movement;
  legs: Movement[];
  rebuttals: CountedRebuttalResult[];
  paragraphs: ParagraphHeat[];
};

/** With the stored rows of activities for their results. */
export type WholeInput = CountingInput & StoredForResults;

/** [K11] Beside the host's figures, ids of the common ground that the class sees. */
type CountedForAll = Counted & { publicCommonGround: string[] };

/**
 * Counts a session, in time proportional to its input. With one ballot per participant and round,
 * which the store keeps, the order of ballots makes no difference.
 */
export const countResults = (input: WholeInput): CountedForAll => drained(countInSlices(input));

/** [L15] The same, with yields in between, so that a server can do other work meanwhile. */
export function* countInSlices(input: WholeInput): Generator<void, CountedForAll> {
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
    ...countOfActivities({ ...input, voters }),
    commonGround: ranked.filter(({ isCommonGround }) => isCommonGround).map(({ id }) => id),
    publicCommonGround: publicCommonGround(ranked),
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
