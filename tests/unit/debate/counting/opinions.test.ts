import { describe, expect, test } from "vitest";
import type { CountedBallot } from "#debate/counting/input.ts";
import { confidence, waves } from "#debate/counting/opinions.ts";
import { votersOf } from "#debate/counting/tally.ts";
import { type Choice, DEBATE_ROUNDS } from "#debate/rules/choices.ts";

/** What this many people answered before, in between and after, with their confidence before and after. */
type Person = { before?: Choice; reading?: Choice; after?: Choice; sure?: [number, number] };

function votersWho(people: readonly Person[]) {
  const ballots = people.flatMap(({ sure, ...choices }, person) =>
    DEBATE_ROUNDS.flatMap((round): CountedBallot[] => {
      const choice = choices[round];
      if (!choice) return [];
      const confidence = round === "before" ? sure?.[0] : sure?.[1];
      return [{ participantId: `${person}`, round, choice, ...(confidence !== undefined && { confidence }) }];
    }),
  );
  return votersOf(ballots, DEBATE_ROUNDS);
}

const times = (people: number, person: Person) => Array.from({ length: people }, () => person);

describe("[M9] three waves", () => {
  test("are counted on the people who voted all three times, and add up", () => {
    const told = waves(
      votersWho([
        ...times(6, { before: "against", reading: "undecided", after: "for" }),
        ...times(4, { before: "for", reading: "for", after: "undecided" }),
        ...times(5, { before: "against", after: "for" }),
        ...times(5, { before: "against", reading: "for" }),
      ]),
    );
    expect(told?.n).toBe(10);
    expect(told?.reading.points).toBeCloseTo(60, 9);
    expect(told?.arguing.points).toBeCloseTo(20, 9);
    // Six move one step in reading and one in arguing; four stay, and then move one step back.
    expect(told?.steps).toEqual({ reading: [0, 0, 4, 6, 0], arguing: [0, 4, 0, 6, 0] });
  });

  test("are not there without a vote after reading", () => {
    expect(waves(votersWho(times(9, { before: "for", after: "for" })))).toBeNull();
  });
});

describe("[M10] confidence", () => {
  test("counts people who stayed, too", () => {
    const told = confidence(
      votersWho([
        ...times(5, { before: "for", after: "for", sure: [2, 4] }),
        ...times(3, { before: "against", after: "against", sure: [4, 3] }),
        ...times(2, { before: "against", after: "undecided", sure: [3, 3] }),
        { before: "for", after: "against" },
      ]),
    );
    // 5 x 2, 3 x 1 and 2 x 3 of ten people.
    expect(told).toEqual({ n: 10, change: 1.9, firmer: 5, lessSure: 3 });
  });

  test("of fewer than ten is not shown", () => {
    expect(confidence(votersWho(times(9, { before: "for", after: "for", sure: [2, 4] })))).toBeNull();
  });
});
