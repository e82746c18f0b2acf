import type { CountedBallot, CountedRebuttal } from "#debate/counting/input.ts";
import type { Moves } from "#debate/counting/movement.ts";
import type { WholeInput } from "#debate/counting/results.ts";
import { CHOICES, type Choice, type Round, type Side } from "#debate/rules/choices.ts";

/** Rows: for, against, undecided before; columns: the same after. */
export type Counts = readonly (readonly number[])[];

export function movesOf(counts: Counts): Moves {
  const row = (i: number) => ({
    for: cell(counts, i, 0),
    against: cell(counts, i, 1),
    undecided: cell(counts, i, 2),
  });
  return { for: row(0), against: row(1), undecided: row(2) };
}

export function ballot(participantId: string, round: Round, choice: Choice): CountedBallot {
  return { participantId, round, choice };
}

/** Both ballots of as many participants as the counts say. */
export function ballotsOf(counts: Counts): CountedBallot[] {
  return CHOICES.flatMap((first, i) =>
    CHOICES.flatMap((last, j) =>
      Array.from({ length: cell(counts, i, j) }, (_, k) => `${first}-${last}-${k}`).flatMap((id) => [
        ballot(id, "before", first),
        ballot(id, "after", last),
      ]),
    ),
  );
}

export function rebuttal(id: string, given: Partial<CountedRebuttal> = {}): CountedRebuttal {
  return {
    id,
    side: "for" satisfies Side,
    body: `Body of ${id}`,
    participantId: `author-${id}`,
    at: 0,
    ...given,
  };
}

/** A session after its last vote, with only the given data. */
export function session(given: Partial<WholeInput> = {}): WholeInput {
  return {
    code: "ABC234",
    resolution: "The class is right.",
    phase: "results",
    rounds: ["before", "after"],
    ballots: [],
    positions: [],
    rebuttals: [],
    endorsements: [],
    exposures: [],
    ...given,
  };
}

function cell(counts: Counts, i: number, j: number): number {
  return counts[i]?.[j] ?? 0;
}
