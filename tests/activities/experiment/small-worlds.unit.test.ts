import { describe, expect, test } from "vitest";
import { experimentResults } from "#debate/activities/experiment/results.ts";
import type { ExperimentResult } from "#debate/activities/experiment/rules.ts";
import { STEPS } from "#debate/counting/margin.ts";

const ARM = 8;
const FEWEST_OTHERS = 4;

/** Every way in which so many people can be spread over five steps. */
function spreads(people: number, places: number = STEPS.length): number[][] {
  if (places === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, first) => first).flatMap((first) =>
    spreads(people - first, places - 1).map((rest) => [first, ...rest]),
  );
}

const ALL = spreads(ARM);
const meanOf = (steps: readonly number[]) =>
  steps.reduce((sum, people, place) => sum + people * (STEPS[place] ?? 0), 0) / ARM;
const arm = (name: "a" | "b", steps: number[]): ExperimentResult["arms"][0] => {
  return { arm: name, drawn: ARM, did: ARM, n: ARM, mean: meanOf(steps), steps };
};
const toldOf = (a: number[], b: number[], isFlowTold = true) =>
  experimentResults.forHost(
    {
      kind: "order",
      arms: [arm("a", a), arm("b", b)],
      ...{ difference: 1, se: 1, df: 14, interval: [0, 2], chance: 0.5, enough: true },
    },
    isFlowTold,
  );

/** Whoever is taken away, at least three of the rest took another step than most of them: no one's follows. */
function isSafe(steps: readonly number[]): boolean {
  return steps.every((people, place) => {
    const rest = steps.map((each, other) => (other === place ? each - 1 : each));
    return people === 0 || ARM - 1 - Math.max(...rest) >= FEWEST_OTHERS - 1;
  });
}

describe("[M26] of every two halves of eight in an anonymous session", () => {
  test("the host is told means only where no step of anyone follows from them, also for one who knows an own step", () => {
    let told = 0;
    const faults: unknown[] = [];
    for (const a of ALL)
      for (const b of ALL) {
        const { arms, difference } = toldOf(a, b);
        if (difference === null) {
          if (arms.some(({ mean }) => mean !== null)) faults.push(["means", a, b]);
          continue;
        }
        told += 1;
        if (!isSafe(a) || !isSafe(b)) faults.push(["told", a, b]);
      }
    expect(faults).toEqual([]);
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(ALL.length ** 2);
  });

  test("neither counts of steps nor who did what is told, and nothing at all where the class is not told the flow", () => {
    for (const steps of ALL) {
      const { arms } = toldOf(steps, steps);
      for (const each of arms) expect([each.steps, each.did]).toEqual([null, null]);
      expect(toldOf(steps, steps, false)).toMatchObject({ difference: null, chance: null, enough: false });
    }
  });
});
