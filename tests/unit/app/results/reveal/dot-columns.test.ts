import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dotColumns } from "#app/results/reveal/dot-columns.ts";

const PLOT = { width: 1600, height: 390, largest: 44, columns: 41 };

describe("dots stacked on an axis", () => {
  test("all of them are drawn, inside the plot, and none on another", () => {
    const someValues = fc
      .tuple(
        fc.integer({ min: 1, max: 90 }),
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 300 }),
      )
      .map(([far, parts]) => ({ far, values: parts.map((part) => Math.round(part * far)) }));
    fc.assert(
      fc.property(someValues, ({ far, values }) => {
        const { dots, size } = dotColumns(values, { low: -far, high: far, step: 1 }, PLOT);
        expect(dots.map(({ value }) => value).sort((a, b) => a - b)).toEqual(
          [...values].sort((a, b) => a - b),
        );
        for (const { x, y } of dots) {
          expect(x).toBeGreaterThanOrEqual(size / 2 - 0.01);
          expect(x).toBeLessThanOrEqual(PLOT.width - size / 2 + 0.01);
          expect(y).toBeGreaterThanOrEqual(size / 2 - 0.01);
          expect(y).toBeLessThanOrEqual(PLOT.height);
        }
        const places = dots.map(({ x, y }) => `${x} ${y}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });

  test("two tall columns are several dots wide, in even rows", () => {
    const values = [...Array(50).fill(-1), ...Array(50).fill(1)];
    const { dots, size, place } = dotColumns(values, { low: -1, high: 1, step: 2 }, PLOT);
    expect(size).toBe(44);
    const left = dots.filter(({ value }) => value === -1);
    const heights = [...new Set(left.map(({ y }) => y))];
    expect(heights.map((y) => left.filter((dot) => dot.y === y).length)).toEqual([13, 13, 13, 11]);
    expect([place(-1), place(0), place(1)]).toEqual([400, 800, 1200]);
  });
});
