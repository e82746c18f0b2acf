import { describe, expect, test } from "vitest";
import {
  chiSquaredTail,
  fairCoinsAtMost,
  logFactorial,
  markedAmong,
} from "#debate/counting/distributions.ts";

const relative = (found: number, expected: number) => Math.abs(found - expected) / expected;

describe("[S1, S4] distributions, to a relative error below 1e-9", () => {
  // Exact fractions, summed in whole numbers.
  test.each([
    [0, 1, 0.5],
    [1, 2, 0.75],
    [2, 5, 0.5],
    [10, 30, 0.04936857335269451],
    [450, 1_000, 0.0008652680424881588],
    [2_400, 5_000, 0.002441824868758759],
    [2_000, 5_000, 6.501155002601886e-46],
  ])("at most %i heads of %i fair coins", (k, n, expected) => {
    expect(relative(fairCoinsAtMost(k, n), expected)).toBeLessThan(1e-9);
  });

  test("less than no heads never happens, and at most all always does", () => {
    expect(fairCoinsAtMost(-1, 7)).toBe(0);
    expect(fairCoinsAtMost(7, 7)).toBe(1);
    expect(fairCoinsAtMost(0, 0)).toBe(1);
  });

  // From the error function of a standard library: P = erfc(sqrt(x / 2)).
  test.each([
    [0.5, 0.4795001221869535],
    [2, 0.15729920705028513],
    [3.841458820694124, 0.05],
    [8, 0.004677734981047265],
    [30, 4.320463057827492e-8],
    [100, 1.5239706048320995e-23],
  ])("a chi-squared of %d or more with one degree of freedom", (x, expected) => {
    expect(relative(chiSquaredTail(x), expected)).toBeLessThan(1e-9);
  });

  test("heads and tails are alike: at most k heads and at least n - k tails", () => {
    for (let n = 1; n <= 200; n += 1)
      for (let k = 0; k < n; k += 1)
        expect(fairCoinsAtMost(k, n) + fairCoinsAtMost(n - k - 1, n)).toBeCloseTo(1, 12);
  });

  test("the logarithm of 170!", () => {
    expect(relative(logFactorial(170), 706.5730622457874)).toBeLessThan(1e-14);
  });

  test("a chi-squared of nothing is always reached", () => {
    expect(chiSquaredTail(0)).toBe(1);
  });
});

/** Ways to choose k of n, as a whole number that a double holds. */
function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return k < 0 || k > n ? 0 : Math.round(ways);
}

describe("[S20] people drawn by lot", () => {
  test.each([
    [4, 3, 9],
    [7, 8, 12],
    [1, 1, 2],
    [5, 20, 40],
    [20, 39, 40],
  ])("%i drawn, %i marked, of %i: each number comes as often as its ways say", (drawn, marked, all) => {
    const times = 100_000;
    const found = new Map<number, number>();
    for (let i = 0; i < times; i += 1) {
      const among = markedAmong(drawn, marked, all, (i + 0.5) / times);
      found.set(among, (found.get(among) ?? 0) + 1);
    }
    for (let among = 0; among <= all; among += 1) {
      const share = (choose(marked, among) * choose(all - marked, drawn - among)) / choose(all, drawn);
      expect(Math.abs((found.get(among) ?? 0) / times - share), `${among}`).toBeLessThan(2 / times);
    }
  });

  test("where only one number is possible, it is drawn", () => {
    for (const chance of [0, 0.5, 1 - 2 ** -32]) {
      expect(markedAmong(0, 5, 9, chance)).toBe(0);
      expect(markedAmong(5, 0, 9, chance)).toBe(0);
      expect(markedAmong(9, 4, 9, chance)).toBe(4);
      expect(markedAmong(4, 9, 9, chance)).toBe(4);
      expect(markedAmong(0, 0, 0, chance)).toBe(0);
    }
  });

  test("most people of a large hall are as many as they are on average, give or take", () => {
    const [drawn, marked, all] = [5_000, 30_000, 100_000];
    const draws = [0.001, 0.5, 0.999].map((chance) => markedAmong(drawn, marked, all, chance));
    for (const among of draws) expect(Math.abs(among - 1_500)).toBeLessThan(110);
  });
});
