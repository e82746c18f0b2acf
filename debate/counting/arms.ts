import { markedAmong, studentWithin } from "#debate/counting/distributions.ts";
import { STEPS } from "#debate/counting/margin.ts";
import { seeded, seedOf } from "#debate/counting/seeded.ts";

/** The outcomes (steps from -2 to 2) of the people of one stratum, by their arm. */
export type Stratum = { a: readonly number[]; b: readonly number[] };

/**
 * 100 times the mean of arm a less that of arm b, in points, with Welch's standard error, degrees of freedom and 95 % interval;
 * `chance` (0..1): how often allocations by lot would differ at least as much.
 */
export type ArmsEstimate = {
  difference: number;
  se: number;
  df: number;
  interval: [number, number];
  chance: number;
};

/** [M20] Up to so many people the chance is exact. */
const EXACT_PEOPLE = 40;
/** [M20] Beyond, so many allocations are drawn. */
const DRAWS = 9_999;
/** [M19] [M20] Null with fewer than two people in an arm. Takes some 30 ms for a thousand people. */
export function estimateArms(strata: readonly Stratum[], draws = DRAWS): ArmsEstimate | null {
  const people = [strata.flatMap(({ a }) => a), strata.flatMap(({ b }) => b)] as const;
  const estimate = welch(...people);
  if (!estimate) return null;
  const isFew = people[0].length + people[1].length <= EXACT_PEOPLE;
  return { ...estimate, chance: isFew ? exactChance(strata) : drawnChance(strata, draws) };
}

/** [M19] The difference of two halves with Welch's interval, in points. Null with fewer than two people in one. */
export function welch(a: readonly number[], b: readonly number[]): Omit<ArmsEstimate, "chance"> | null {
  const apart = differenceOf(a, b);
  if (!apart) return null;
  const half = studentWithin(0.95, apart.df) * apart.se;
  return { ...apart, interval: [apart.difference - half, apart.difference + half] };
}

/** [M19] The same without the interval, which takes most of the time. */
export function differenceOf(
  a: readonly number[],
  b: readonly number[],
): Pick<ArmsEstimate, "difference" | "se" | "df"> | null {
  if (a.length < 2 || b.length < 2) return null;
  const difference = 100 * (meanOf(a) - meanOf(b));
  const [own, other] = [varianceOf(a) / a.length, varianceOf(b) / b.length];
  // Without any spread the interval is a point, whatever the degrees of freedom.
  const parts = own ** 2 / (a.length - 1) + other ** 2 / (b.length - 1);
  const df = parts === 0 ? a.length + b.length - 2 : (own + other) ** 2 / parts;
  return { difference, se: 100 * Math.sqrt(own + other), df };
}

/**
 * [M41] 100 times the mean of steps, with one person at +1 and one at -1 added for the interval, from Student's t with n + 1 degrees
 * of freedom. Null for nobody.
 */
export function beyondOf(
  steps: readonly number[],
): { n: number; points: number; interval: [number, number] } | null {
  const n = steps.length;
  if (n === 0) return null;
  const added = [...steps, 1, -1];
  const half = 100 * studentWithin(0.95, n + 1) * Math.sqrt(varianceOf(added) / added.length);
  const middle = 100 * meanOf(added);
  return { n, points: 100 * meanOf(steps), interval: [middle - half, middle + half] };
}

const sumOf = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0);
const meanOf = (all: readonly number[]) => sumOf(all) / all.length;

function varianceOf(all: readonly number[]): number {
  const mean = meanOf(all);
  return all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (all.length - 1);
}

/** How far a sum of arm a is from what its share of everyone lets expect, in whole numbers. */
function apartness(strata: readonly Stratum[]): (sum: number) => number {
  const inA = strata.reduce((sum, { a }) => sum + a.length, 0);
  const everyone = strata.flatMap(({ a, b }) => [...a, ...b]);
  const total = sumOf(everyone);
  return (sum) => Math.abs(sum * everyone.length - total * inA);
}

/** [M20] The share of all allocations within strata, sizes kept, that are at least as far apart. */
function exactChance(strata: readonly Stratum[]): number {
  const apart = apartness(strata);
  const observed = apart(sumOf(strata.flatMap(({ a }) => a)));
  let ways = new Map([[0, 1]]);
  for (const stratum of strata) ways = convolved(ways, waysToChoose(stratum));
  let [all, asFar] = [0, 0];
  for (const [sum, count] of ways) {
    all += count;
    if (apart(sum) >= observed) asFar += count;
  }
  return asFar / all;
}

/** In how many ways those of arm a can be chosen from a stratum, by the sum of their steps. */
function waysToChoose({ a, b }: Stratum): Map<number, number> {
  const bySize = [new Map([[0, 1]])];
  for (const step of [...a, ...b])
    for (let size = Math.min(a.length, bySize.length); size > 0; size -= 1) {
      const ways = bySize[size] ?? new Map<number, number>();
      bySize[size] = ways;
      for (const [sum, count] of bySize[size - 1] ?? [])
        ways.set(sum + step, (ways.get(sum + step) ?? 0) + count);
    }
  return bySize[a.length] ?? new Map();
}

function convolved(one: Map<number, number>, other: Map<number, number>): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [left, count] of one)
    for (const [right, times] of other) sums.set(left + right, (sums.get(left + right) ?? 0) + count * times);
  return sums;
}

/** [M20] The same of allocations drawn by lot; the one that happened counts as one more. */
function drawnChance(strata: readonly Stratum[], draws: number): number {
  const apart = apartness(strata);
  const observed = apart(sumOf(strata.flatMap(({ a }) => a)));
  const counted = strata.map(({ a, b }) => {
    const everyone = [...a, ...b];
    return { seats: a.length, counts: STEPS.map((step) => everyone.filter((each) => each === step).length) };
  });
  // The order of strata and people changes nothing.
  counted.sort((one, other) => (String(one.counts) < String(other.counts) ? -1 : 1));
  const draw = seeded(seedOf(counted.flatMap(({ seats, counts }) => [seats, ...counts])));
  let asFar = 1;
  for (let drawn = 1; drawn <= draws; drawn += 1) {
    const sum = counted.reduce((all, stratum) => all + drawnSum(stratum, draw), 0);
    if (apart(sum) >= observed) asFar += 1;
  }
  return asFar / (draws + 1);
}

/** The sum of the steps of so many people of a stratum, chosen by lot. */
function drawnSum(stratum: { seats: number; counts: readonly number[] }, draw: () => number): number {
  let { seats } = stratum;
  let left = sumOf(stratum.counts);
  let sum = 0;
  for (const [index, step] of STEPS.entries()) {
    const people = stratum.counts[index] ?? 0;
    const taken = markedAmong(seats, people, left, draw());
    sum += step * taken;
    seats -= taken;
    left -= people;
  }
  return sum;
}
