import type { z } from "zod";
import type { CountedBallot } from "#debate/counting/input.ts";
import type * as figures from "#debate/protocol/answers/figures.ts";
import type * as parts from "#debate/protocol/answers/parts.ts";
import type { Round } from "#debate/rules/choices.ts";

/**
 * [Z1] A smaller group, unless it is empty, singles its people out. Its members know their own vote, so to them a group of
 * three is a group of two.
 */
export const LEAST_GROUP = 4;

/** People by the choice they made. */
export type Tally = z.infer<typeof parts.Tally>;

/** A round's tally with `n`, the number of people who voted in it. */
export type RoundTally = z.infer<typeof figures.RoundTally>;

/** One participant's current ballots by round. */
export type Voter = Partial<Record<Round, CountedBallot>>;

/** Voters by participant id. */
export type Voters = ReadonlyMap<string, Voter>;

export function emptyTally(): Tally {
  return { for: 0, against: 0, undecided: 0 };
}

export function total(tally: Tally): number {
  return tally.for + tally.against + tally.undecided;
}

/** [M1] One ballot per participant and round; ballots of other rounds are ignored. */
export function votersOf(ballots: readonly CountedBallot[], rounds: readonly Round[]): Voters {
  const voters = new Map<string, Voter>();
  for (const ballot of ballots) {
    if (!rounds.includes(ballot.round)) continue;
    const voter = voters.get(ballot.participantId);
    if (voter) voter[ballot.round] = ballot;
    else voters.set(ballot.participantId, { [ballot.round]: ballot });
  }
  return voters;
}

/** [M1] Everyone who voted in a round, whether or not they voted in another. */
export function tallyRound(voters: Voters, round: Round): RoundTally {
  const tally = emptyTally();
  for (const voter of voters.values()) {
    const ballot = voter[round];
    if (ballot) tally[ballot.choice] += 1;
  }
  return { round, ...tally, n: total(tally) };
}
