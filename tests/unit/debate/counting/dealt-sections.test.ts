import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareInSlices, compareSections } from "#debate/counting/sections.ts";
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

/** All ways to choose so many of some people, and who is left. */
function chosen(people: readonly number[], size: number): { own: number[]; rest: number[] }[] {
  if (size === 0) return [{ own: [], rest: [...people] }];
  const [first, ...others] = people;
  if (first === undefined) return [];
  return [
    ...chosen(others, size - 1).map(({ own, rest }) => ({ own: [first, ...own], rest })),
    ...chosen(others, size).map(({ own, rest }) => ({ own, rest: [first, ...rest] })),
  ];
}

/** All ways to put people into sections of these sizes. */
function allocations(people: readonly number[], [size, ...sizes]: readonly number[]): number[][][] {
  if (size === undefined) return [[]];
  return chosen(people, size).flatMap(({ own, rest }) =>
    allocations(rest, sizes).map((others) => [own, ...others]),
  );
}

describe("[S20] whether sections differ more than chance", () => {
  test.each<[what: string, sections: number[][]]>([
    [
      "three that went apart",
      [
        [1, 1],
        [0, -1, -2],
        [2, 1, 1],
      ],
    ],
    [
      "three that did not",
      [
        [1, -1],
        [0, 1, -1],
        [2, 0, -1],
      ],
    ],
    ["two, one of them of a single person", [[2], [0, 0, 1, -1, -2]]],
  ])("%s: about as many deals are as uneven as of all that there are", (_, sections) => {
    const { Q, differ } = compared(sections);
    const all = allocations(
      sections.flat(),
      sections.map(({ length }) => length),
    );
    const asUneven = all.filter((each) => (compared(each, 0).Q ?? 0) >= (Q ?? 0) - 1e-9).length;
    // Five standard deviations of 9,999 draws.
    expect(Math.abs((differ ?? Number.NaN) - asUneven / all.length)).toBeLessThan(0.025);
  });

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

test("[S20] [L15] work of 20 sections with 300 people each yields 400 times, and the figure is the same", () => {
  const classes = Array.from({ length: 20 }, (_, place) =>
    movesOf([
      [60, 20, 20],
      [20 + place, 60 - place, 20],
      [20, 20, 60],
    ]),
  );
  const work = compareInSlices(classes);
  let [yields, step] = [0, work.next()];
  for (; !step.done; step = work.next()) yields += 1;
  expect(yields).toBeGreaterThanOrEqual(399);
  expect(step.value).toEqual(compareSections(classes));
});
