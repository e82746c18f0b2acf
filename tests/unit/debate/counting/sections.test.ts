import { expect, test } from "vitest";
import { margin } from "#debate/counting/margin.ts";
import { isDeadHeat } from "#debate/counting/movement.ts";
import { compareSections } from "#debate/counting/sections.ts";
import { movesOf } from "./classroom.ts";
import { seeded } from "./published.ts";

/** The numbers of ways in which n coins show 0, 1, ... n heads, exactly. */
function waysOf(n: number): bigint[] {
  const ways = [1n];
  for (let heads = 1; heads <= n; heads += 1)
    ways.push(((ways[heads - 1] ?? 0n) * BigInt(n - heads + 1)) / BigInt(heads));
  return ways;
}

/** The share of all falls of the coins that add up at least as far from 0 as `sum`, in whole numbers until the end. */
function exactCoin(ones: number, twos: number, sum: number): number {
  const short = waysOf(ones);
  const atMost: bigint[] = [];
  for (const [heads, ways] of short.entries()) atMost.push((atMost[heads - 1] ?? 0n) + ways);
  let tail = 0n;
  for (const [heads, ways] of waysOf(twos).entries()) {
    const most = Math.min(ones, Math.floor((ones - (sum - 2 * (2 * heads - twos))) / 2));
    if (most >= 0) tail += ways * (atMost[most] ?? 0n);
  }
  const digits = 10n ** 18n;
  return Number((2n * tail * digits) / 2n ** BigInt(ones + twos)) / 1e18;
}

test("[S13] [S10] the coin of 20 sections with 20,000 people is exact", () => {
  // 90 moved one step toward For and 84 away, 40 and 38 moved two: in all sections 120 + 80 steps ahead.
  const section = movesOf([
    [700, 38, 0],
    [40, 48, 0],
    [90, 84, 0],
  ]);
  const { n, points, coin } = compareSections(Array.from({ length: 20 }, () => section));
  expect([n, points]).toEqual([20_000, (100 * 200) / 20_000]);
  const exact = exactCoin(20 * 174, 20 * 78, 200);
  expect(exact).toBeGreaterThan(0.01);
  expect(Math.abs((coin ?? 0) - exact)).toBeLessThanOrEqual(1e-9);
});

test("[S19] five sections that each moved 50 points toward For have an average of 50", () => {
  const section = movesOf([
    [2, 0, 0],
    [0, 2, 0],
    [6, 0, 2],
  ]);
  const { sections, pooled } = compareSections(Array.from({ length: 5 }, () => section));
  expect(sections.map(({ margin }) => margin.points)).toEqual([50, 50, 50, 50, 50]);
  expect(pooled?.mean).toBeCloseTo(50, 9);
});

test("[S13] sections without people who voted twice change no figure", () => {
  const classes = [
    [
      [5, 1, 0],
      [4, 8, 1],
      [1, 0, 8],
    ],
    [
      [7, 1, 0],
      [1, 11, 2],
      [3, 2, 1],
    ],
  ].map(movesOf);
  const empty = movesOf([
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(compareSections([...classes, empty])).toEqual(compareSections(classes));
  expect(compareSections([empty, empty])).toMatchObject({
    n: 0,
    points: null,
    coin: null,
    Q: null,
    pooled: null,
  });
});

test("[S22] of classes of thirty that no debate moves, about one in 28 comes out clear", () => {
  const draw = seeded(7);
  const answer = () => {
    const chance = draw();
    return chance < 0.4 ? 0 : chance < 0.8 ? 1 : 2;
  };
  const classes = 6_000;
  // From three to five of ten people answer anew, as if they had not answered before.
  const clear = Array.from({ length: classes }, (_, number) => {
    const counts = [0, 1, 2].map(() => [0, 0, 0]);
    for (let person = 0; person < 30; person += 1) {
      const before = answer();
      const after = draw() < 0.3 + 0.1 * (number % 3) ? answer() : before;
      const row = counts[before] ?? [];
      row[after] = (row[after] ?? 0) + 1;
    }
    const moves = movesOf(counts);
    return margin(moves)?.standing === "clear" && !isDeadHeat(moves);
  }).filter(Boolean).length;
  // The standard deviation is .0024.
  expect(Math.abs(clear / classes - 1 / 28)).toBeLessThan(0.007);
});
