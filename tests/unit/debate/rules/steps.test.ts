import { describe, expect, test } from "vitest";
import { PHASES } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import { neighborOf, resultsOpened, STEPS, stepOf } from "#debate/rules/steps.ts";

const staged = { reveal: "staged" } as const;
const whole = { reveal: "at-once" } as const;

describe("[V14] the step of a session", () => {
  test("there is none before the results, whatever is stored", () => {
    for (const phase of PHASES.filter((each) => !resultsPublic(each)))
      for (const step of [null, ...STEPS]) {
        expect(stepOf({ phase, settings: staged, step })).toBeNull();
        expect(resultsOpened({ phase, settings: whole, opened: true })).toBe(false);
      }
  });

  test("a staged reveal begins covered and is open once closed; any other session is open at once", () => {
    expect(stepOf({ phase: "results", settings: staged, step: null })).toBe("covered");
    expect(stepOf({ phase: "results", settings: staged, step: "flow" })).toBe("flow");
    for (const phase of ["closed", "later", "later-closed"] as const)
      expect(stepOf({ phase, settings: staged, step: "flow" })).toBe("open");
    // A session from before there were steps.
    expect(stepOf({ phase: "results", settings: whole, step: null })).toBe("open");
    expect(stepOf({ phase: "closed", settings: whole, step: null })).toBe("open");
  });

  test("once opened, results stay readable at every step", () => {
    expect(resultsOpened({ phase: "results", settings: staged, opened: false })).toBe(false);
    expect(resultsOpened({ phase: "results", settings: staged, opened: true })).toBe(true);
    for (const phase of ["closed", "later", "later-closed"] as const)
      expect(resultsOpened({ phase, settings: staged, opened: false })).toBe(true);
    expect(resultsOpened({ phase: "results", settings: whole, opened: false })).toBe(true);
  });
});

describe("[V14] the next step and the one before", () => {
  test("skip those with nothing to show, and end at either end", () => {
    const steps = ["covered", "verdict", "open"] as const;
    expect(neighborOf(steps, "covered", 1)).toBe("verdict");
    expect(neighborOf(steps, "verdict", 1)).toBe("open");
    expect(neighborOf(steps, "open", 1)).toBeNull();
    expect(neighborOf(steps, "open", -1)).toBe("verdict");
    expect(neighborOf(steps, "covered", -1)).toBeNull();
  });
});
