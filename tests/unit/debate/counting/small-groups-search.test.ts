import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import { matrix } from "./classroom.ts";
import { classOf, published, seeded } from "./published.ts";

/** Matrices like those of real classes: most cells empty or small, some large. */
const someMatrix = fc
  .tuple(
    fc.integer({ min: 9, max: 40 }),
    fc.array(fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 5 }), fc.nat(20)), {
      minLength: 9,
      maxLength: 9,
    }),
    fc.nat(8),
  )
  .map(([n, cells, largest]) => {
    const people: number[] = [];
    for (const cell of cells) people.push(Math.min(cell, n - people.reduce((sum, each) => sum + each, 0)));
    people[largest] = (people[largest] ?? 0) + n - people.reduce((sum, each) => sum + each, 0);
    return [people.slice(0, 3), people.slice(3, 6), people.slice(6, 9)];
  });

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/** A class with these totals, filled row by row in random order, after one to three people in the observer's own cell. */
function classWith(from: readonly number[], to: readonly number[], own: Cell | null, pick: Pick) {
  const [left, room] = [[...from], [...to]];
  const matrix = [0, 1, 2].map(() => [0, 0, 0]);
  const put = (row: number, column: number, people: number) => {
    const line = matrix[row] ?? [];
    line[column] = (line[column] ?? 0) + people;
    left[row] = (left[row] ?? 0) - people;
    room[column] = (room[column] ?? 0) - people;
  };
  if (own) put(own[0], own[1], pick([1, 2, 3]));
  if ([...left, ...room].some((people) => people < 0)) return null;
  const [rows, columns] = [pick(ORDERS), pick(ORDERS)];
  for (const row of rows)
    for (const column of columns) put(row, column, Math.min(left[row] ?? 0, room[column] ?? 0));
  return matrix;
}

type Cell = [row: number, column: number];
type Pick = <T>(items: readonly T[]) => T;

/** All possible totals of n people, or those close to the shares that are shown. */
function totalsLike(n: number, shares: Record<Choice, number> | undefined): number[][] {
  const counts = Array.from({ length: n + 1 }, (_, people) => people);
  return counts
    .flatMap((pro) => counts.slice(0, n - pro + 1).map((con) => [pro, con, n - pro - con]))
    .filter((totals) =>
      CHOICES.every(
        (choice, place) => !shares || Math.abs((totals[place] ?? 0) / n - shares[choice]) <= 0.126,
      ),
    );
}

/** An answer before, an answer after, or both, by their index in CHOICES. */
type Group = { row: number | null; column: number | null };
const PLACES = [0, 1, 2, null];
const GROUPS = PLACES.flatMap((row) => PLACES.map((column): Group => ({ row, column }))).filter(
  ({ row, column }) => row !== null || column !== null,
);

function sizeOf(matrix: number[][], { row, column }: Group): number {
  const rows = row === null ? matrix : [matrix[row] ?? []];
  return rows
    .flatMap((each) => (column === null ? each : [each[column] ?? 0]))
    .reduce((sum, n) => sum + n, 0);
}

/** How many candidate classes are tried for each observer. */
const TRIES = 20_000;

/** What outsiders and classmates know for sure about a class, after a search for other classes that are shown the same. */
function leaksOf(matrix: number[][]): string[] {
  const output = JSON.stringify(published(classOf(matrix)));
  const n = matrix.flat().reduce((sum, people) => sum + people, 0);
  const { shares } = published(classOf(matrix)).paired;
  const [firsts, laters] = [totalsLike(n, shares?.from), totalsLike(n, shares?.to)];
  const draw = seeded(n);
  const pick: Pick = (items) => items[Math.floor(draw() * items.length)] as (typeof items)[number];
  const cells = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column): Cell => [row, column]));
  const observers = [null, ...cells.filter(([row, column]) => (matrix[row]?.[column] ?? 0) > 0)];
  return observers.flatMap((own) => {
    const others = own ? n - 1 : n;
    const size = (world: number[][], group: Group) => {
      const isMine = own && [own[0], null].includes(group.row) && [own[1], null].includes(group.column);
      return sizeOf(world, group) - (isMine ? 1 : 0);
    };
    const isSmall = (world: number[][], group: Group) => [1, 2].includes(size(world, group));
    const isAll = (world: number[][], group: Group) => {
      const people = size(world, group);
      return people >= 3 && others - people <= 2;
    };
    let known = [isSmall, isAll].flatMap((leak) =>
      GROUPS.filter((group) => leak(matrix, group)).map((group) => ({ leak, group })),
    );
    for (let tries = 0; known.length > 0 && tries < TRIES; tries += 1) {
      const world = classWith(pick(firsts), pick(laters), own, pick);
      if (!world || known.every(({ leak, group }) => leak(world, group))) continue;
      if (JSON.stringify(published(classOf(world))) !== output) continue;
      known = known.filter(({ leak, group }) => leak(world, group));
    }
    return known.map(
      ({ leak, group }) =>
        `${JSON.stringify([matrix, own, group])}: ${leak === isAll ? "all" : "one or two"}`,
    );
  });
}

describe("[Z1] [Z2] [Z3] [Z10] attacks on classes of up to 40 people", () => {
  test.each([
    ["thirty, of whom one was against before", matrix("0 0 0 / 0 1 0 / 4 4 21")],
    ["twelve, of whom one is undecided after", matrix("1 0 0 / 0 0 0 / 5 5 1")],
    ["twenty who all answer alike", matrix("20 0 0 / 0 0 0 / 0 0 0")],
    ["twenty who all begin undecided", matrix("0 0 0 / 0 0 0 / 8 8 4")],
    ["twenty of whom one differs", matrix("19 0 0 / 0 1 0 / 0 0 0")],
  ])("%s", (_, matrix) => {
    expect(leaksOf(matrix)).toEqual([]);
  });

  test("random structured classes", { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(someMatrix, (matrix) => {
        // From thirty people on the flow has noise: small-groups-padding.test.ts attacks that.
        fc.pre(matrix.flat().reduce((sum, people) => sum + people, 0) < 30);
        expect(leaksOf(matrix)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
