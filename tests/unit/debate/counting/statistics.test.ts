import { expect, test } from "vitest";
import { midP, stuartMaxwell, swingIntervals } from "#debate/counting/statistics.ts";
import { matrix, movesOf } from "./classroom.ts";

test("[S1] 4 f->a, 6 a->f, 8 u->f of a class: chi2 = 8.4, worked by hand", () => {
  // d = (4 - 14, 6 - 4) = (-10, 2); V = [[18, -10], [-10, 10]], determinant 80;
  // d'adj(V)d = 100*10 + 2*10*(-10)*2 + 4*18 = 672; 672 / 80 = 8.4.
  const tested = stuartMaxwell(movesOf([[9, 4], [6, 9], [8]]));
  expect(tested?.chi2).toBeCloseTo(8.4, 12);
  expect(tested).toMatchObject({ df: 2 });
  expect(tested?.p).toBeCloseTo(Math.exp(-4.2), 12);
});

test("[S2] an even exchange within one pair: chi2 0, p 1", () => {
  expect(stuartMaxwell(movesOf(matrix("0 0 0 / 0 0 3 / 0 3 0")))).toEqual({ chi2: 0, df: 1, p: 1 });
});

test("[S3] nobody moved: not defined", () => {
  expect(stuartMaxwell(movesOf([[5], [0, 5], [0, 0, 5]]))).toBeNull();
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

test("[S5] nobody paired: no interval", () => {
  expect(swingIntervals(movesOf([]))).toBeNull();
});
