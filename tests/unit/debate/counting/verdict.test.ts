import { describe, expect, test } from "vitest";
import { countResults } from "#debate/counting/results.ts";
import { ballot, ballotsOf, type Counts, session } from "./classroom.ts";

function verdictOf(counts: Counts, phase = "results") {
  return countResults(session({ ballots: ballotsOf(counts), phase })).verdict;
}

describe("[S7] the sentence", () => {
  test("a decisive win", () => {
    const { sentence, decisive } = verdictOf([
      [10, 1],
      [9, 20],
      [10, 0, 20],
    ]);
    expect(decisive).toBe(true);
    expect(sentence).toBe(
      "For won, +25.7 points to Against's -11.4, among 70 people who voted both times; 19 moved toward For and 1 toward Against, which is unlikely to be chance (p < 0.001).",
    );
  });

  test("a win that may be chance", () => {
    const { sentence, decisive, winner } = verdictOf([
      [9, 3],
      [1, 12],
    ]);
    expect({ decisive, winner }).toEqual({ decisive: false, winner: "against" });
    expect(sentence).toBe(
      "Against won, +8.0 points to For's -8.0, among 25 people who voted both times; 1 moved toward For and 3 toward Against, which could well be chance (p = 0.38).",
    );
  });

  test("a class of one", () => {
    expect(verdictOf([[], [], [1]]).sentence).toBe(
      "For won, +100.0 points to Against's 0.0, among the one person who voted both times; 1 moved toward For and 0 toward Against, which could well be chance (p = 0.50).",
    );
  });

  test("a dead heat", () => {
    expect(
      verdictOf([
        [20, 1],
        [2, 20],
      ]).sentence,
    ).toBe(
      "A dead heat: For +2.3 points, Against -2.3, less than 5 apart, among 43 people who voted both times; 2 moved toward For and 1 toward Against, which could well be chance (p = 0.63).",
    );
  });

  test("nobody moved, many or one", () => {
    expect(verdictOf([[5], [0, 5]]).sentence).toBe(
      "Nobody moved: all 10 people who voted both times kept their answer, so neither side won.",
    );
    expect(verdictOf([[1]]).sentence).toBe(
      "Nobody moved: the one person who voted both times kept their answer, so neither side won.",
    );
  });

  test("while the vote can still change, it says so far", () => {
    expect(verdictOf([[], [], [1]], "after").sentence).toMatch(/^So far For leads, \+100\.0 points/);
    expect(verdictOf([[1]], "after").sentence).toMatch(/^So far nobody has moved/);
    expect(
      verdictOf(
        [
          [20, 1],
          [1, 20],
        ],
        "after",
      ).sentence,
    ).toMatch(/^So far a dead heat/);
  });

  test("the last vote not held", () => {
    const ballots = [ballot("ada", "before", "for")];
    expect(countResults(session({ ballots, phase: "rebuttal" })).verdict).toEqual({
      winner: null,
      deadHeat: false,
      decisive: false,
      sentence: "No verdict yet: the vote after the debate has not been held (1 voted before it).",
      facts: { kind: "after-not-held", firstOnly: 1 },
    });
  });

  test("nobody voted both times: no winner, swing, interval or tests", () => {
    const ballots = [ballot("ada", "before", "for"), ballot("ben", "after", "for")];
    const results = countResults(session({ ballots }));
    expect(results).toMatchObject({
      swing: null,
      interval: null,
      tests: null,
      verdict: { winner: null },
    });
    expect(results.verdict.sentence).toBe(
      "No verdict: nobody voted both before and after (1 voted only before, 1 only after).",
    );
  });

  test("never claims a cause", () => {
    for (const counts of [
      [
        [10, 1],
        [9, 20],
      ],
      [
        [9, 3],
        [1, 12],
      ],
      [[5]],
      [],
      [[0, 0, 185], [100]],
    ]) {
      expect(verdictOf(counts).sentence).not.toMatch(/caus|because|persuaded|convinced|effect/i);
    }
  });
});

test("[S6] the more moved toward Against, yet For won by crossing the whole way: not decisive", () => {
  // Of 300, For changes by 100 - 185 = -85 and Against by -100: 5 points apart.
  const { winner, decisive, sentence, facts } = verdictOf([
    [0, 0, 185],
    [100, 15],
  ]);
  expect(facts).toMatchObject({ chance: "contrary", toward: { for: 100, against: 185 } });
  expect({ winner, decisive }).toEqual({ winner: "for", decisive: false });
  expect(sentence).toBe(
    "For won, -28.3 points to Against's -33.3, among 300 people who voted both times; 100 moved toward For and 185 toward Against, so it was how far they moved and not how many moved that decided.",
  );
});

test("[S6] a dead heat is never decisive, however unlikely its split", () => {
  const verdict = verdictOf([[500], [0, 500], [40, 0, 0]]);
  expect(verdict).toMatchObject({ deadHeat: true, decisive: false, facts: { chance: "unlikely" } });
});

test("[S6] the facts hold every figure of the sentence", () => {
  expect(
    verdictOf([
      [9, 3],
      [1, 12],
    ]).facts,
  ).toEqual({
    kind: "won",
    winner: "against",
    chance: "likely",
    provisional: false,
    n: 25,
    swing: { for: -8, against: 8 },
    toward: { for: 1, against: 3 },
    midP: expect.closeTo(0.375, 12),
  });
});
