import { expect, test } from "vitest";
import { direction, midP, stuartMaxwell, swingIntervals } from "#debate/counting/statistics.ts";
import { movesOf } from "./classroom.ts";

test("[S1] 4 f->a, 6 a->f, 8 u->f of a class: chi2 = 8.4, worked by hand", () => {
  // d = (4 - 14, 6 - 4) = (-10, 2); V = [[18, -10], [-10, 10]], determinant 80;
  // d'adj(V)d = 100*10 + 2*10*(-10)*2 + 4*18 = 672; 672 / 80 = 8.4.
  const tested = stuartMaxwell(movesOf([[9, 4], [6, 9], [8]]));
  expect(tested?.chi2).toBeCloseTo(8.4, 12);
  expect(tested).toMatchObject({ df: 2 });
  expect(tested?.p).toBeCloseTo(Math.exp(-4.2), 12);
});

test("[S2] only for and undecided exchanged voters, 9 to 1: McNemar (9 - 1)^2 / 10 = 6.4, df 1", () => {
  const tested = stuartMaxwell(
    movesOf([
      [5, 0, 1],
      [0, 5, 0],
      [9, 0, 5],
    ]),
  );
  expect(tested).toMatchObject({ chi2: 6.4, df: 1 });
  expect(tested?.p).toBeCloseTo(0.011412036386001745, 12);
});

test("[S2] an even exchange within one pair: chi2 0, p 1", () => {
  expect(
    stuartMaxwell(
      movesOf([
        [0, 0, 0],
        [0, 0, 3],
        [0, 3, 0],
      ]),
    ),
  ).toEqual({ chi2: 0, df: 1, p: 1 });
});

test("[S3] nobody moved: not defined", () => {
  expect(stuartMaxwell(movesOf([[5], [0, 5], [0, 0, 5]]))).toBeNull();
});

test("[S4] undecided stands between: u->f and a->u go up, f->u and u->a go down", () => {
  expect(
    direction(
      movesOf([
        [0, 1, 2],
        [4, 0, 8],
        [16, 32, 0],
      ]),
    ),
  ).toMatchObject({ up: 28, down: 35 });
});

test("[S4] 3 against 1: 2 * (1/16 + 4/16 / 2) = 0.375, and the same the other way round", () => {
  expect(midP(3, 1)).toBeCloseTo(0.375, 12);
  expect(midP(1, 3)).toBe(midP(3, 1));
});

test("[S4] nobody moved: 1; one moved: 2 * (1/2 / 2) = 0.5; as many each way: 1", () => {
  expect(midP(0, 0)).toBe(1);
  expect(midP(1, 0)).toBeCloseTo(0.5, 12);
  expect(midP(700, 700)).toBeCloseTo(1, 12);
});

test("[S5] of 14, 3 came to For and 1 left: 12.5 +- 1.96 * sqrt((0.375 - 0.015625) / 16) points", () => {
  const margin = 100 * 1.959963984540054 * Math.sqrt((0.375 - 0.015625) / 16);
  const [low, high] =
    swingIntervals(
      movesOf([
        [5, 1],
        [3, 5],
      ]),
    )?.for ?? [];
  expect(low).toBeCloseTo(12.5 - margin, 10);
  expect(high).toBeCloseTo(12.5 + margin, 10);
});

test("[S5] nobody paired: no interval", () => {
  expect(swingIntervals(movesOf([]))).toBeNull();
});
