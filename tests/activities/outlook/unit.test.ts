import { describe, expect, test } from "vitest";
import { outlookChanges } from "#debate/activities/outlook/results.ts";
import type { CountedBallot } from "#debate/counting/input.ts";
import { votersOf } from "#debate/counting/tally.ts";
import { DEBATE_ROUNDS } from "#debate/rules/choices.ts";

/** So many people who answered a question of outlook before and after; null: not asked, or not answered. */
function outlooks(given: readonly [people: number, before: number | null, after: number | null][]) {
  const people = given.flatMap(([count, before, after]) =>
    Array.from({ length: count }, () => [before, after]),
  );
  const ballots = people.flatMap(([before, after], person) =>
    (["before", "after"] as const).map((round): CountedBallot => {
      const understanding = round === "before" ? before : after;
      const outlook = understanding === null ? undefined : { understanding };
      return { participantId: `${person}`, round, choice: "undecided", outlook };
    }),
  );
  return outlookChanges(votersOf(ballots, DEBATE_ROUNDS));
}

describe("[M13] understanding and respect", () => {
  test("are means of the people who answered both times, with a t interval of the mean change", () => {
    const told = outlooks([
      [5, 2, 3],
      [5, 2, 2],
      [3, 5, null],
      [2, null, 1],
    ]);
    expect(told).toEqual({
      understanding: { n: 10, before: 2, after: 2.5, interval: [expect.any(Number), expect.any(Number)] },
      respect: null,
    });
    // Mean 0.5, variance 25/90, so a standard error of 1/6; the 97.5 % point of t with 9 degrees of freedom is 2.262157.
    expect(told?.understanding?.interval[0]).toBeCloseTo(0.5 - 2.262157 / 6, 6);
    expect(told?.understanding?.interval[1]).toBeCloseTo(0.5 + 2.262157 / 6, 6);
  });

  test("have an interval of no width where everyone changed alike, and none past the scale", () => {
    expect(outlooks([[10, 4, 3]])?.understanding).toEqual({ n: 10, before: 4, after: 3, interval: [-1, -1] });
    const [low, high] = outlooks([
      [9, 1, 5],
      [1, 5, 1],
    ])?.understanding?.interval ?? [0, 0];
    expect([low > 1, high]).toEqual([true, 4]);
  });

  test("of fewer than ten are not told", () => {
    expect(
      outlooks([
        [9, 2, 3],
        [4, 2, null],
      ]),
    ).toBeNull();
  });
});
