import fc from "fast-check";
import type { CountedBallot, CountedRebuttal } from "#debate/counting/input.ts";
import type { Moves } from "#debate/counting/movement.ts";
import type { WholeInput } from "#debate/counting/results.ts";
import { CHOICES, type Choice, type Round, type Side } from "#debate/rules/choices.ts";

/** Rows: for, against, undecided before; columns: the same after. */
export type Counts = readonly (readonly number[])[];

/** Written as `matrix("7 1 1 / 4 8 1 / 5 1 2")`: who was for, against and undecided before, each by the answer after. */
export function matrix(rows: string): number[][] {
  return rows.split(" / ").map((row) => row.split(" ").map(Number));
}

export const someMatrix = (most: number) =>
  fc.array(fc.array(fc.nat(most), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });

export function movesOf(counts: Counts): Moves {
  const row = (i: number) => ({
    for: cell(counts, i, 0),
    against: cell(counts, i, 1),
    undecided: cell(counts, i, 2),
  });
  return { for: row(0), against: row(1), undecided: row(2) };
}

export const PLACES: Record<Choice, number> = { for: 1, against: -1, undecided: 0 };

/** One entry for each person, so that slow checks share nothing with the code under test. */
export function peopleOf(moves: Moves): { before: Choice; after: Choice }[] {
  return CHOICES.flatMap((before) =>
    CHOICES.flatMap((after) => Array.from({ length: moves[before][after] }, () => ({ before, after }))),
  );
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
