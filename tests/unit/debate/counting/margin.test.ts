import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coin, stepSum, stepsOf } from "#debate/counting/margin.ts";
import { midP, mixExact, stuartMaxwell, swingIntervals } from "#debate/counting/statistics.ts";
import { matrix, movesOf, PLACES, peopleOf, someMatrix } from "./classroom.ts";

const someMoves = (most: number) => someMatrix(most).map(movesOf);

describe("[S10] the coin", () => {
  test("matches counting every fall of every coin", () => {
    fc.assert(
      fc.property(someMoves(2), (moves) => {
        const sizes = peopleOf(moves)
          .map(({ before, after }) => Math.abs(PLACES[after] - PLACES[before]))
          .filter((size) => size > 0);
        fc.pre(sizes.length <= 12);
        const observed = Math.abs(stepSum(stepsOf(moves)));
        let asFar = 0;
        for (let fall = 0; fall < 2 ** sizes.length; fall += 1) {
          const sum = sizes.reduce((all, size, coin) => all + ((fall >> coin) & 1 ? size : -size), 0);
          if (Math.abs(sum) >= observed) asFar += 1;
        }
        const expected = sizes.length === 0 ? null : asFar / 2 ** sizes.length;
        if (expected === null) expect(coin(stepsOf(moves))).toBeNull();
        else expect(coin(stepsOf(moves))).toBeCloseTo(expected, 12);
      }),
    );
  });

  test("of a lecture hall of 5,000 stays a probability", () => {
    const steps = { "-2": 900, "-1": 800, 0: 600, 1: 1_200, 2: 1_500 };
    expect(coin(steps)).toBeGreaterThanOrEqual(0);
    expect(coin(steps)).toBeLessThan(1e-20);
    expect(coin({ ...steps, 1: 800, 2: 900 })).toBe(1);
  });
});

test("[S5] the interval of a swing ends at 100 points: one person went from For to Against", () => {
  // -1/3 less 1.96 x the root of 8/27 would be -140.
  const { for: pro, against } = swingIntervals(movesOf(matrix("0 1 0 / 0 0 0 / 0 0 0"))) ?? {};
  expect([pro?.[0], against?.[1]]).toEqual([-100, 100]);
});

test("[S12] the exact mix test matches counting every exchange", () => {
  fc.assert(
    fc.property(someMoves(2), (moves) => {
      const movers = peopleOf(moves).filter(({ before, after }) => before !== after);
      fc.pre(movers.length <= 10);
      const observed = stuartMaxwell(moves)?.chi2;
      if (observed === undefined) return void expect(mixExact(moves)).toBeNull();
      let asLarge = 0;
      for (let fall = 0; fall < 2 ** movers.length; fall += 1) {
        const other = movesOf([]);
        for (const [place, { before, after }] of movers.entries()) {
          const [from, to] = (fall >> place) & 1 ? [before, after] : [after, before];
          other[from][to] += 1;
        }
        if ((stuartMaxwell(other)?.chi2 ?? 0) >= observed - 1e-9) asLarge += 1;
      }
      expect(mixExact(moves)).toBeCloseTo(asLarge / 2 ** movers.length, 12);
    }),
  );
});

test("[S12] the exact mix test is left out above a million outcomes", () => {
  expect(mixExact(movesOf(matrix("0 50 50 / 49 0 50 / 49 49 0")))).toBeCloseTo(0.98, 1);
  expect(mixExact(movesOf(matrix("0 51 50 / 49 0 50 / 49 49 0")))).toBeNull();
});

test("[S4] nobody moved: 1; one moved: 2 * (1/2 / 2) = 0.5; as many each way: 1", () => {
  expect([midP(0, 0), midP(1, 0)]).toEqual([1, 0.5]);
  expect(midP(700, 700)).toBeCloseTo(1, 12);
});
