import { describe, expect, test } from "vitest";
import { countResults } from "#debate/counting/results.ts";
import { compareSections } from "#debate/counting/sections.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import margins from "#tests/fixtures/margin.json" with { type: "json" };
import fixtures from "#tests/fixtures/movement.json" with { type: "json" };
import sections from "#tests/fixtures/sections.json" with { type: "json" };
import { ballotsOf, movesOf, session } from "./classroom.ts";

describe.each(fixtures.cases)("worked case $matrix", (worked) => {
  const results = countResults(session({ ballots: ballotsOf(worked.matrix) }));

  test("[M1] [M2] pairs, matrix and tallies", () => {
    expect(results.paired).toEqual({
      from: "before",
      to: "after",
      n: worked.n,
      matrix: worked.matrix,
    });
    const tallies = results.rounds.map((round) => [round.for, round.against, round.undecided]);
    expect(tallies).toEqual([worked.before, worked.after]);
  });

  test("[M3] swing", () => {
    if (worked.n === 0) return void expect(results.swing).toBeNull();
    for (const [i, choice] of CHOICES.entries()) {
      // The file rounds its swings to six decimals; its tallies give them in full.
      expect(results.swing?.[choice]).toBeCloseTo(worked.swingPoints[i] ?? Number.NaN, 6);
      const gained = (worked.after[i] ?? 0) - (worked.before[i] ?? 0);
      expectClose(results.swing?.[choice], (100 * gained) / worked.n);
    }
  });

  test("[M6] conversion and retention", () => {
    expectClose(results.conversion.for, worked.conversion_for);
    expectClose(results.conversion.against, worked.conversion_against);
    expectClose(results.retention.for, worked.retention_for);
    expectClose(results.retention.against, worked.retention_against);
  });

  test("[S1] [S2] [S3] Stuart-Maxwell", () => {
    const tested = results.tests?.stuartMaxwell ?? null;
    if (worked.stuartMaxwell === null) return void expect(tested).toBeNull();
    expect(tested?.df).toBe(worked.stuartMaxwell.df);
    expectClose(tested?.chi2, worked.stuartMaxwell.chi2);
    expectClose(tested?.p, worked.stuartMaxwell.p);
  });

  test("[S4] direction and mid-p", () => {
    if (worked.n === 0) return void expect(results.tests).toBeNull();
    expect(results.tests?.direction.up).toBe(worked.movedTowardFor);
    expect(results.tests?.direction.down).toBe(worked.movedTowardAgainst);
    expectClose(results.tests?.direction.midP, worked.midP);
  });
});

describe.each(margins.cases)("worked margin $matrix", (worked) => {
  const results = countResults(session({ ballots: ballotsOf(worked.matrix) }));

  test("[S5] Bonett-Price intervals", () => {
    if (worked.swingInterval95 === null) return void expect(results.interval).toBeNull();
    for (const end of [0, 1] as const) {
      expectClose(results.interval?.for[end], worked.swingInterval95.for[end]);
      expectClose(results.interval?.against[end], worked.swingInterval95.against[end]);
    }
  });

  test("[S8] [S9] margin, interval and standing", () => {
    const { margin, swing } = results;
    if (worked.margin === null || margin === null || swing === null)
      return void expect([margin, swing, worked.margin]).toEqual([null, null, null]);
    expectClose(margin.points, worked.margin.points);
    expectClose(margin.points, swing.for - swing.against);
    for (const end of [0, 1] as const) expectClose(margin.interval[end], worked.margin.interval95[end]);
    expect(margin.standing).toBe(worked.margin.standing);
  });

  test("[S10] [S11] [S12] coin, fragility and the exact mix test", () => {
    expectClose(results.tests?.coin ?? null, worked.coin);
    expectClose(results.tests?.mixExact ?? null, worked.mixExact);
    expect(results.fragility).toBe(worked.fragility);
  });
});

describe.each(sections.cases)("[S13] [S19] worked sections of $n people", (worked) => {
  const compared = compareSections(worked.matrices.map(movesOf));

  test("each section's mean and sd, all people and their coin", () => {
    expect(compared.sections.map(({ n }) => n)).toEqual(worked.sections.map(({ n }) => n));
    for (const [i, { mean, sd }] of worked.sections.entries()) {
      expectClose(compared.sections[i]?.mean, mean);
      expectClose(compared.sections[i]?.sd, sd);
    }
    expect(compared.n).toBe(worked.n);
    expectClose(compared.points, worked.points);
    expectClose(compared.coin, worked.coin);
  });

  test("how much they differ, and their mean", () => {
    expectClose(compared.Q, worked.Q);
    expect(compared.df).toBe(worked.df);
    expectClose(compared.pQ, worked.pQ);
    expectClose(compared.I2, worked.I2);
    if (worked.pooled === null) return void expect(compared.pooled).toBeNull();
    expectClose(compared.pooled?.tau2, worked.pooled.tau2);
    expectClose(compared.pooled?.mean, worked.pooled.mean);
    for (const end of [0, 1] as const)
      expectClose(compared.pooled?.interval[end], worked.pooled.interval95[end]);
  });
});

function expectClose(actual: number | null | undefined, worked: number | null | undefined) {
  if (worked === null) expect(actual).toBeNull();
  else expect(Math.abs((actual ?? Number.NaN) - (worked ?? Number.NaN))).toBeLessThanOrEqual(1e-9);
}
