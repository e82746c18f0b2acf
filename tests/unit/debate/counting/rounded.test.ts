import { expect, test } from "vitest";
import type { Matrix } from "#debate/counting/movement.ts";
import { roundedFlow } from "#debate/counting/rounded.ts";
import { createKeyedDraws } from "#server/identity/keyed-draws.ts";

const chanceFrom = createKeyedDraws("a secret");

/** What is drawn for each cell of a class. */
function drawnFor(matrix: Matrix): string[] {
  const drawn: number[][] = Array.from({ length: 9 }, () => []);
  roundedFlow(matrix, 37, (cell, people) => {
    const chance = chanceFrom(`session ${cell} ${people}`);
    return () => {
      const each = chance();
      drawn[cell]?.push(each);
      return each;
    };
  });
  return drawn.map(String);
}

const withOneIn = (cell: number): Matrix => {
  const people = (each: number) => (each === cell ? 5 : 4);
  return [
    [people(0), people(1), people(2)],
    [people(3), people(4), people(5)],
    [people(6), people(7), people(8)],
  ];
};

test("[Z16] a student who moves their own ballot draws new noise in the two cells that it leaves and enters, and in no other", () => {
  const cells = Array.from({ length: 9 }, (_, cell) => cell);
  const first = drawnFor(withOneIn(0));
  expect(new Set(first).size).toBe(9);
  for (const to of cells) {
    const then = drawnFor(withOneIn(to));
    expect(cells.filter((cell) => then[cell] !== first[cell])).toEqual(to === 0 ? [] : [0, to]);
  }
});
