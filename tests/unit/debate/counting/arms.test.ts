import fc from "fast-check";
import { expect, test } from "vitest";
import { beyondOf, estimateArms, type Stratum } from "#debate/counting/arms.ts";
import { STEPS } from "#debate/counting/margin.ts";
import { pooledMean } from "#debate/counting/sections.ts";
import fixtures from "#tests/fixtures/experiments.json" with { type: "json" };

const near = (value: number) => expect.closeTo(value, 9);

test.each(fixtures.cases)(
  "[M18] [M19] [M20] an experiment's figures, case of %#",
  ({ strata, interval95, chance, ...figures }) => {
    const { difference, se, df } = figures;
    expect(estimateArms(strata, 99)).toEqual({
      ...{ difference: near(difference), se: near(se), df: near(df), interval: interval95.map(near) },
      chance: chance === null ? expect.any(Number) : near(chance),
    });
  },
);

test.each(fixtures.controls)(
  "[M41] a resolution that nobody debates, case of %#",
  ({ beyond, n, points, interval95 }) => {
    expect(beyondOf(beyond)).toEqual({ n, points: near(points), interval: interval95.map(near) });
  },
);

test("[M22] sections are pooled by their raw differences", () => {
  const estimates = fixtures.sections.map(({ strata }) => estimateArms(strata, 99));
  const { tau2, mean, interval95 } = fixtures.pooled;
  expect(pooledMean(estimates.map((each) => ({ mean: each?.difference ?? 0, sd: each?.se ?? 0 })))).toEqual({
    ...{ tau2: near(tau2), mean: near(mean), interval: interval95.map(near) },
  });
});

const people = fc.array(fc.constantFrom(...STEPS), { minLength: 2, maxLength: 4 });
const strata = fc.array(fc.record({ a: people, b: people }), { minLength: 1, maxLength: 2 });

test("[M20] the chance is what counting every allocation gives", () => {
  fc.assert(
    fc.property(strata, (given) => {
      expect(estimateArms(given)?.chance).toBeCloseTo(byCounting(given), 12);
    }),
    { numRuns: 30 },
  );
});

test("[M19] [M20] swapped arms turn the sign, and the order of people and strata changes nothing", () => {
  const large = fc.array(fc.constantFrom(...STEPS), { minLength: 21, maxLength: 25 });
  fc.assert(
    fc.property(fc.record({ a: large, b: large }), strata, (first, others) => {
      const given = [first, ...others];
      const estimate = estimateArms(given, 99);
      const turned = given.map(({ a, b }) => ({ a: a.toReversed(), b: b.toReversed() })).reverse();
      expect(estimateArms(turned, 99)?.chance).toBe(estimate?.chance);
      const swapped = estimateArms(
        given.map(({ a, b }) => ({ a: b, b: a })),
        99,
      );
      expect(swapped?.difference).toBeCloseTo(-(estimate?.difference ?? 0), 9);
    }),
    { numRuns: 20 },
  );
});

test("[M20] the drawn chance of more than 40 people is near the exact one of all alike", () => {
  const alike = Array.from({ length: 21 }, () => 1);
  expect(estimateArms([{ a: alike, b: alike }])).toMatchObject({ difference: 0, se: 0, chance: 1 });
  expect(estimateArms([{ a: alike, b: alike.map(() => 0) }])?.chance).toBe(1 / 10_000);
});

test("[M18] an arm of one has no estimate", () => {
  expect(estimateArms([{ a: [1], b: [0, 0, 1] }])).toBeNull();
  expect(beyondOf([])).toBeNull();
});

/** Every way to choose each stratum's arm a. */
function byCounting(given: readonly Stratum[]): number {
  const mean = (all: number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
  const apart = (arms: readonly Stratum[]) =>
    Math.abs(mean(arms.flatMap(({ a }) => [...a])) - mean(arms.flatMap(({ b }) => [...b])));
  const observed = apart(given);
  let [all, asFar] = [0, 0];
  const choose = (chosen: Stratum[]) => {
    const stratum = given[chosen.length];
    if (!stratum) {
      all += 1;
      if (apart(chosen) >= observed - 1e-12) asFar += 1;
      return;
    }
    const everyone = [...stratum.a, ...stratum.b];
    for (let mask = 0; mask < 2 ** everyone.length; mask += 1) {
      const [a, b]: [number[], number[]] = [[], []];
      for (const [place, step] of everyone.entries()) (mask & (1 << place) ? a : b).push(step);
      if (a.length === stratum.a.length) choose([...chosen, { a, b }]);
    }
  };
  choose([]);
  return asFar / all;
}
