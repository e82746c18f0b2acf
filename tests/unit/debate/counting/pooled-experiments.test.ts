import { expect, test } from "vitest";
import { pooledExperiments } from "#debate/counting/sections.ts";

const found = (kind: "order" | "arguing", difference: number) => ({ kind, difference, se: 20 });

test("[S30] differences of the most frequent kind of experiment are pooled, from five sections on", () => {
  const five = [10, 20, 30, 40, 50].map((difference) => found("arguing", difference));
  expect(pooledExperiments(five.slice(1))).toBeNull();
  const pooled = pooledExperiments([
    ...five,
    undefined,
    found("order", -500),
    { ...found("arguing", 900), se: 0 },
  ]);
  expect(pooled).toMatchObject({ kind: "arguing", k: 5, tau2: 0 });
  expect(pooled?.mean).toBeCloseTo(30, 9);
  // Of five equally sure ones: 30 give or take t(4) = 2.776 times 20 / sqrt 5.
  expect(pooled?.interval[1]).toBeCloseTo(30 + (2.7764451051977987 * 20) / Math.sqrt(5), 6);
});
