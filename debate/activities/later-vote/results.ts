import type { z } from "zod";
import type { ActivityResults, Counting } from "#debate/activities/activity-results.ts";
import type * as messages from "#debate/activities/later-vote/messages.ts";
import type { CountedBallot } from "#debate/counting/input.ts";
import { margin } from "#debate/counting/margin.ts";
import { attrition, movement, movesBetween, stories, swing } from "#debate/counting/movement.ts";
import { swingIntervals } from "#debate/counting/statistics.ts";
import { tallyRound, type Voters, votersOf } from "#debate/counting/tally.ts";

/** Of those who changed their answer in the debate and voted once more: how many kept it, went back, or gave the third answer. */
export type Movers = LaterMovement["movers"];

/** [M14] Did it last? The later vote as a movement of its own, from the last vote of the debate. */
export type LaterMovement = z.infer<typeof messages.LaterMovement>;

/** [M14] With the figures of the debate's own movement, which it changes nothing of. */
export function laterMovement(ballots: readonly CountedBallot[]): LaterMovement {
  const voters = votersOf(ballots, ["before", "after", "later"]);
  const moves = movesBetween(voters, "after", "later");
  return {
    tally: tallyRound(voters, "later"),
    paired: movement(moves, "after", "later"),
    swing: swing(moves),
    interval: swingIntervals(moves),
    margin: margin(moves),
    stories: stories(moves),
    attrition: attrition(voters, "after", "later"),
    movers: moversAmong(voters),
  };
}

function moversAmong(voters: Voters): Movers {
  const counted: Movers = { n: 0, kept: 0, back: 0, elsewhere: 0 };
  for (const { before, after, later } of voters.values()) {
    if (!before || !after || !later || before.choice === after.choice) continue;
    counted.n += 1;
    if (later.choice === after.choice) counted.kept += 1;
    else if (later.choice === before.choice) counted.back += 1;
    else counted.elsewhere += 1;
  }
  return counted;
}

export const laterVoteResults = {
  part: "later",
  count: ({ ballots, withLater }: Counting) => (withLater ? laterMovement(ballots) : undefined),
  // [Z13] Who is missing from one more vote is a group of few in every class, and known to it.
  hides: "always",
  laterTally: ({ tally }: LaterMovement) => tally,
} as const satisfies ActivityResults;
