import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coinClasses } from "#debate/counting/coin-classes.ts";
import { coin, stepsOf } from "#debate/counting/margin.ts";
import type { Matrix } from "#debate/counting/movement.ts";
import { movesOf } from "./classroom.ts";

const someMatrix = (most: number) =>
  fc.array(fc.array(fc.nat(most), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });

describe("[S10] the hundred coin-tossing classes", () => {
  test("as many of them are as uneven as ours as the coin says, rounded", () => {
    fc.assert(
      fc.property(fc.oneof(someMatrix(3), someMatrix(40)), (matrix) => {
        const classes = coinClasses(matrix as Matrix);
        const exact = coin(stepsOf(movesOf(matrix)));
        if (exact === null) {
          expect(classes).toBeNull();
          return;
        }
        expect(classes?.steps).toHaveLength(100);
        // Where the coin falls between two numbers, either is as near.
        expect(Math.abs((classes?.asUneven ?? 0) - 100 * exact)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  test("one mover: half of them one step up, half one step down, and ours among them", () => {
    const { steps, ours, asUneven } = coinClasses([
      [5, 0, 0],
      [0, 5, 0],
      [1, 0, 2],
    ]) as NonNullable<ReturnType<typeof coinClasses>>;
    expect([ours, asUneven]).toEqual([1, 100]);
    expect(steps).toEqual([...Array(50).fill(-1), ...Array(50).fill(1)]);
  });

  test("three movers: 1, 3, 3 and 1 of eight falls are 12.5, 37.5, 37.5 and 12.5 dots", () => {
    const { steps, asUneven } = coinClasses([
      [5, 0, 0],
      [0, 5, 0],
      [3, 0, 2],
    ]) as NonNullable<ReturnType<typeof coinClasses>>;
    const dots = [-3, -1, 1, 3].map((sum) => steps.filter((step) => step === sum).length);
    expect(dots).toEqual([13, 37, 38, 12]);
    expect(asUneven).toBe(25);
  });

  test("a whole university is drawn at once: five thousand movers", () => {
    const { steps, ours } = coinClasses([
      [900, 700, 800],
      [600, 900, 500],
      [900, 700, 500],
    ]) as NonNullable<ReturnType<typeof coinClasses>>;
    expect(steps).toHaveLength(100);
    expect(steps).toEqual([...steps].sort((one, other) => one - other));
    // The spread of 2,500 coins of one step and 1,300 of two: the root of 2,500 + 4 * 1,300.
    expect(steps[84]).toBeCloseTo(Math.sqrt(7_700), -1);
    expect(ours).toBe(-2 * 700 + 2 * 600 - 800 + 500 + 900 - 700);
  });

  test("none when nobody moved", () => {
    expect(
      coinClasses([
        [5, 0, 0],
        [0, 5, 0],
        [0, 0, 5],
      ]),
    ).toBeNull();
  });
});
