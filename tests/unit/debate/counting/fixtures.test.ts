import { describe, expect, test } from "vitest";
import { countResults } from "#debate/counting/results.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import fixtures from "#tests/fixtures/movement.json" with { type: "json" };
import { ballotsOf, session } from "./classroom.ts";

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

  test("[S5] intervals", () => {
    if (worked.n === 0) return void expect(results.interval).toBeNull();
    for (const end of [0, 1] as const) {
      expectClose(results.interval?.for[end], worked.swingInterval95_for?.[end]);
      expectClose(results.interval?.against[end], worked.swingInterval95_against?.[end]);
    }
  });
});

function expectClose(actual: number | null | undefined, worked: number | null | undefined) {
  if (worked === null) expect(actual).toBeNull();
  else expect(Math.abs((actual ?? Number.NaN) - (worked ?? Number.NaN))).toBeLessThanOrEqual(1e-9);
}
