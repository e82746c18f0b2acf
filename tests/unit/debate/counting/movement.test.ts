import { describe, expect, test } from "vitest";
import type { CountedBallot } from "#debate/counting/input.ts";
import { attrition, isDeadHeat, leader, stories } from "#debate/counting/movement.ts";
import { confidence, waves } from "#debate/counting/opinions.ts";
import { countResults } from "#debate/counting/results.ts";
import { tallyRound, votersOf } from "#debate/counting/tally.ts";
import { type Choice, DEBATE_ROUNDS } from "#debate/rules/choices.ts";
import { ballot, ballotsOf, matrix, movesOf, session } from "./classroom.ts";

/** For 31 -> 42, against 44 -> 49, undecided 25 -> 9, out of 100. */
const OXFORD = matrix("25 3 3 / 5 38 1 / 12 8 5");

test("[M1] of two ballots in one round the later one stands, and a round not held is left out", () => {
  const voters = votersOf(
    [ballot("ada", "before", "for"), ballot("ada", "before", "against"), ballot("ada", "reading", "for")],
    ["before", "after"],
  );
  expect(tallyRound(voters, "before")).toEqual({
    round: "before",
    for: 0,
    against: 1,
    undecided: 0,
    n: 1,
  });
  expect(tallyRound(voters, "reading").n).toBe(0);
});

test("[M4] both sides lose, against loses more: For leads", () => {
  expect(leader(movesOf([[0, 0, 1], [0, 0, 2], []]))).toBe("for");
});

test("[M5] exactly 5 points apart is no dead heat: 1 of 20 came, and 2 of 40, 3 of 60, ... 50 of 1000", () => {
  for (let came = 1; came <= 50; came += 1) {
    expect(isDeadHeat(movesOf([[], [], [came, 0, 19 * came]])), `${came}`).toBe(false);
    expect(isDeadHeat(movesOf([[], [], [came, 0, 19 * came + 1]])), `${came}`).toBe(true);
  }
});

test("[M7] 68 stayed, 20 formed a view, 8 switched, 4 were unsettled", () => {
  expect(stories(movesOf(OXFORD))).toEqual({
    stayed: 68,
    formedView: 20,
    switched: 8,
    unsettled: 4,
  });
});

test("[M9] with a reading vote, each leg pairs its own voters", () => {
  const ballots = [
    ballot("ada", "before", "undecided"),
    ballot("ada", "reading", "for"),
    ballot("ada", "after", "against"),
    ballot("ben", "before", "for"),
    ballot("ben", "reading", "for"),
  ];
  const { legs, paired } = countResults(session({ ballots, rounds: ["before", "reading", "after"] }));
  expect(legs.map(({ from, to, n }) => [from, to, n])).toEqual([
    ["before", "reading", 2],
    ["reading", "after", 1],
  ]);
  expect(legs[0]?.matrix[2]).toEqual([1, 0, 0]);
  expect(paired.matrix[2]).toEqual([0, 1, 0]);
});

test("[M8] without missing votes nothing could change, of a class that did not move nor of an empty one", () => {
  const still = votersOf(ballotsOf([[1], [0, 1]]), ["before", "after"]);
  expect(attrition(still, "before", "after")).toMatchObject({ margin: [0, 0], couldChange: false });
  expect(attrition(new Map(), "before", "after")).toMatchObject({ margin: null, couldChange: false });
});

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
  test("counts people who stayed, too, and who kept a side as firmer or less sure", () => {
    const told = confidence(
      votersWho([
        ...times(5, { before: "for", after: "for", sure: [2, 4] }),
        ...times(3, { before: "against", after: "against", sure: [4, 3] }),
        ...times(2, { before: "against", after: "undecided", sure: [3, 3] }),
        { before: "for", after: "against" },
        { before: "against", after: "for", sure: [2, 3] },
        { before: "undecided", after: "undecided", sure: [1, 5] },
      ]),
    );
    // 5 x 2, 3 x 1, 2 x 3, 5 and 0 of twelve people.
    expect(told).toEqual({ n: 12, change: 2, firmer: 5, lessSure: 3 });
  });

  test("of fewer than ten is not shown", () => {
    expect(confidence(votersWho(times(9, { before: "for", after: "for", sure: [2, 4] })))).toBeNull();
  });
});
