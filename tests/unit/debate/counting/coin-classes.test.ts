import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coinClasses } from "#debate/counting/coin-classes.ts";
import { coin, stepsOf } from "#debate/counting/margin.ts";
import { movement } from "#debate/counting/movement.ts";
import { matrix, movesOf, someMatrix } from "./classroom.ts";

const classesOf = (counts: number[][]) => coinClasses(movement(movesOf(counts), "before", "after").matrix);

describe("[S10] the hundred coin-tossing classes", () => {
  test("as many of them are as uneven as ours as the coin says, rounded", () => {
    fc.assert(
      fc.property(fc.oneof(someMatrix(3), someMatrix(40)), (counts) => {
        const classes = classesOf(counts);
        const exact = coin(stepsOf(movesOf(counts)));
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
    const steps = [...Array(50).fill(-1), ...Array(50).fill(1)];
    expect(classesOf(matrix("5 0 0 / 0 5 0 / 1 0 2"))).toEqual({ steps, ours: 1, asUneven: 100 });
  });

  test("three movers: 1, 3, 3 and 1 of eight falls are 12.5, 37.5, 37.5 and 12.5 dots", () => {
    const classes = classesOf(matrix("5 0 0 / 0 5 0 / 3 0 2"));
    const dots = [-3, -1, 1, 3].map((sum) => classes?.steps.filter((step) => step === sum).length);
    expect(dots).toEqual([13, 37, 38, 12]);
    expect(classes?.asUneven).toBe(25);
  });
});
