import { creditsThatCount, heat, type ParagraphHeat } from "#debate/counting/credit.ts";
import type { CountedRebuttal, CountingInput } from "#debate/counting/input.ts";
import {
  type Attrition,
  attrition,
  type BySide,
  conversion,
  type Interval,
  type Movement,
  movement,
  movesBetween,
  retention,
  type Stories,
  stories,
  swing,
} from "#debate/counting/movement.ts";
import { type Ranked, rank, receive } from "#debate/counting/ranking.ts";
import {
  type ChiSquaredTest,
  type DirectionTest,
  direction,
  stuartMaxwell,
  swingIntervals,
} from "#debate/counting/statistics.ts";
import { type RoundTally, type Tally, tallyRound, type Voters, votersOf } from "#debate/counting/tally.ts";
import { type Verdict, verdict } from "#debate/counting/verdict.ts";

/** A rebuttal as the results show it, without its author: who may be named is for the audience's view. */
export type RebuttalResult = Omit<CountedRebuttal, "participantId"> & Ranked & { credits: number };

/**
 * The results of a session, as `docs/contract.md` fixes them: shares 0..1, swings and intervals in
 * unrounded percentage points. Swing, interval and tests are null without paired voters.
 */
export type Results = {
  code: string;
  resolution: string;
  phase: string;
  rounds: RoundTally[];
  paired: Movement;
  /** [M9] With a reading vote: before to reading and reading to after; else empty. */
  legs: Movement[];
  swing: Tally | null;
  interval: BySide<Interval> | null;
  conversion: BySide<number | null>;
  retention: BySide<number | null>;
  stories: Stories;
  tests: { stuartMaxwell: ChiSquaredTest | null; direction: DirectionTest } | null;
  verdict: Verdict;
  attrition: Attrition;
  /** In opponents' choice order. */
  rebuttals: RebuttalResult[];
  paragraphs: ParagraphHeat[];
};

/**
 * Counts a session, in time proportional to its input. With one ballot per participant and round,
 * which the store keeps, the order of ballots makes no difference.
 */
export function countResults(input: CountingInput): Results {
  const { code, resolution, phase, rounds, positions } = input;
  const voters = votersOf(input.ballots, rounds);
  const moves = movesBetween(voters, "before", "after");
  const lost = attrition(voters, "before", "after");
  const swings = swing(moves);
  const campOf = (participantId: string) => voters.get(participantId)?.before?.choice;
  const rebuttals = receive(input.rebuttals, input.endorsements, input.exposures, campOf);
  const credits = creditsThatCount(voters, rebuttals);
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
    tests: swings && { stuartMaxwell: stuartMaxwell(moves), direction: direction(moves) },
    verdict: verdict(moves, lost, phase),
    attrition: lost,
    rebuttals: rank(rebuttals, "opponents").map((rebuttal) =>
      shown(rebuttal, credits.rebuttals.get(rebuttal.id) ?? 0),
    ),
    paragraphs: heat(positions, rebuttals, credits),
  };
}

function legs(voters: Voters): Movement[] {
  return [
    movement(movesBetween(voters, "before", "reading"), "before", "reading"),
    movement(movesBetween(voters, "reading", "after"), "reading", "after"),
  ];
}

// Field by field, so that nothing about its author slips out with a rebuttal.
function shown(rebuttal: CountedRebuttal & Ranked, credits: number): RebuttalResult {
  const { id, side, body, quote, replyTo, at, endorsements, uncamped, standing, replies } = rebuttal;
  return {
    id,
    side,
    body,
    ...(quote && { quote }),
    ...(replyTo !== undefined && { replyTo }),
    at,
    endorsements,
    uncamped,
    standing,
    replies,
    credits,
  };
}
