import { describe, expect, test } from "vitest";
import type { CountedBallot } from "#debate/counting/input.ts";
import {
  attrition,
  conversion,
  isDeadHeat,
  leader,
  retention,
  stories,
  swing,
} from "#debate/counting/movement.ts";
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

test("[M2] one voted twice, one before, one after: one pair, but two in each tally", () => {
  const ballots = [
    ballot("ada", "before", "for"),
    ballot("ada", "after", "against"),
    ballot("ben", "before", "for"),
    ballot("cleo", "after", "undecided"),
  ];
  const { rounds, paired } = countResults(session({ ballots }));
  expect(rounds.map(({ n }) => n)).toEqual([2, 2]);
  expect(paired.n).toBe(1);
  expect(paired.matrix).toEqual(matrix("0 1 0 / 0 0 0 / 0 0 0"));
});

test("[M2] [M3] [M4] 31 -> 42 against 44 -> 49: For wins, +11 to +5, though still behind", () => {
  const { rounds, swing, verdict } = countResults(session({ ballots: ballotsOf(OXFORD) }));
  expect(rounds).toMatchObject([
    { for: 31, against: 44, undecided: 25 },
    { for: 42, against: 49, undecided: 9 },
  ]);
  expect(swing).toEqual({ for: 11, against: 5, undecided: -16 });
  expect(verdict).toMatchObject({ winner: "for", deadHeat: false });
});

test("[M3] nobody paired: no swing, rather than a swing of zero", () => {
  expect(swing(movesOf([]))).toBeNull();
});

test("[M4] both lose a third of three to undecided: nobody leads", () => {
  expect(leader(movesOf(matrix("0 0 1 / 0 0 1 / 0 0 1")))).toBeNull();
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

test("[M5] a dead heat has no winner, though one side gained more", () => {
  const { verdict } = countResults(session({ ballots: ballotsOf([[], [], [1, 0, 20]]) }));
  expect(verdict).toMatchObject({ winner: null, deadHeat: true, decisive: false });
});

test("[M6] nobody to keep, nobody to win over: null, not zero", () => {
  expect(retention(movesOf([[], [2, 1]]))).toEqual({ for: null, against: 1 / 3 });
  expect(conversion(movesOf([[], [2, 1]]))).toEqual({ for: 2 / 3, against: null });
});

test("[M7] 68 stayed, 20 formed a view, 8 switched, 4 were unsettled", () => {
  expect(stories(movesOf(OXFORD))).toEqual({
    stayed: 68,
    formedView: 20,
    switched: 8,
    unsettled: 4,
  });
});

test("[M8] 6 voted twice, 3 only before, 1 only after: For's swing lies between -10 and +30", () => {
  // Twice: 2 for -> for, 1 against -> for, 3 against. Only before: 2 for, 1 against. Only after: 1 for.
  const ballots = [
    ...ballotsOf([[2], [1, 3]]),
    ballot("left-1", "before", "for"),
    ballot("left-2", "before", "for"),
    ballot("left-3", "before", "against"),
    ballot("late-1", "after", "for"),
  ];
  // Known For: 4 before, 4 after, of 10. Best: 7 after, 4 before. Worst: 4 after, 5 before.
  // Known Against: 5 before, 3 after. Best: 6 after, 5 before. Worst: 3 after, 6 before.
  const voters = votersOf(ballots, ["before", "after"]);
  expect(attrition(voters, "before", "after")).toEqual({
    both: 6,
    firstOnly: 3,
    lastOnly: 1,
    bestWorst: { for: [-10, 30], against: [-30, 10] },
    // Known: 2 steps toward For. Those who left can take 4 back or add 2, who came late can add 2: -2 to 6 of 10.
    margin: [-20, 60],
    couldChange: true,
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
