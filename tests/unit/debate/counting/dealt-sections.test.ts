import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareSections } from "#debate/counting/sections.ts";
import { SEED } from "#tests/support/chance.ts";
import { type Counts, movesOf } from "./classroom.ts";
import { seeded } from "./published.ts";

/** A class in which people took these steps toward For. */
function classOf(steps: readonly number[]): Counts {
  const people = (step: number) => steps.filter((each) => each === step).length;
  return [
    [people(0), people(-2), people(-1)],
    [people(2), 0, 0],
    [people(1), 0, 0],
  ];
}

const compared = (sections: readonly (readonly number[])[], deals?: number) =>
  compareSections(sections.map(classOf).map(movesOf), deals);

describe("[S20] whether sections differ more than chance", () => {
  test("sections that went opposite ways: no deal is as uneven, and the sections count as one of 10,000", () => {
    const [pro, contra] = [
      [...Array(12).fill(1), ...Array(8).fill(0)],
      [...Array(12).fill(-1), ...Array(8).fill(0)],
    ];
    expect(compared([pro, contra, pro, contra]).differ).toBe(1 / 10_000);
  });

  test("sections that moved alike, or in which nobody moved: every deal is as uneven", () => {
    const alike = [1, 1, 0, -1, 2];
    expect(compared([alike, alike, alike]).differ).toBe(1);
    expect(compared([[0, 0, 0], [0]]).differ).toBe(1);
  });

  test("fewer than two sections with people have no figure", () => {
    expect([compared([]).differ, compared([[1, 0]]).differ, compared([[1, 0], []]).differ]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("equal sections: the figure is below a share of 0 to 1 about as often as that share", () => {
    const draw = seeded(SEED);
    const sets = 300;
    const step = () => [0, 0, 0, 0, 1, 1, -1, -1, 2, -2][Math.floor(draw() * 10)] ?? 0;
    const figures = Array.from({ length: sets }, () => {
      const sections = Array.from({ length: 4 }, (_, place) => Array.from({ length: 8 + 3 * place }, step));
      return compared(sections, 99).differ ?? 0;
    });
    for (const share of [0.05, 0.25, 0.5, 0.75]) {
      const below = figures.filter((figure) => figure <= share).length / sets;
      const deviation = Math.sqrt((share * (1 - share)) / sets);
      expect(Math.abs(below - share), `SEED=${SEED}, ${share}`).toBeLessThan(5 * deviation + 0.02);
    }
  });
});

const someSteps = fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 9 });

test("[S21] the same sections give the same figure in any order", () => {
  fc.assert(
    fc.property(fc.array(someSteps, { minLength: 2, maxLength: 6 }), fc.nat(), (sections, turn) => {
      const by = turn % sections.length;
      const turned = [...sections.slice(by), ...sections.slice(0, by)];
      const { differ } = compared(sections, 99);
      expect(compared(sections, 99).differ).toBe(differ);
      expect(compared(turned, 99).differ).toBe(differ);
      expect(compared(sections.toReversed(), 99).differ).toBe(differ);
    }),
    { numRuns: 40 },
  );
});
