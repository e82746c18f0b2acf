import { margin } from "#debate/counting/margin.ts";
import { movement } from "#debate/counting/movement.ts";
import { type Comparison, compareSections } from "#debate/counting/sections.ts";
import { type Counts, movesOf } from "#tests/unit/debate/counting/classroom.ts";

/** Fewer than the server's, which take a while with 20 sections. */
const DEALS = 99;

/** The comparison of sections in which so many people went from each answer to each. */
export function comparisonOf(
  classes: readonly Counts[],
  names: readonly (string | undefined)[] = [],
): Comparison {
  const moves = classes.map(movesOf);
  return {
    ...compareSections(moves, DEALS),
    resolution: "The class is right.",
    sections: moves.map((each, place) => {
      const paired = movement(each, "before", "after");
      const name = names[place];
      return {
        code: `ABC${100 + place}`,
        ...(name !== undefined && { name }),
        date: "2026-11-02T09:00:00.000Z",
        n: paired.n,
        margin: margin(each),
        paired,
      };
    }),
  };
}

export const EMPTY: Counts = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
];

/** So many people who moved from undecided to For and to Against, and who stayed undecided. */
export const undecided = (toFor: number, toAgainst: number, stayed = 0): Counts => [
  [0, 0, 0],
  [0, 0, 0],
  [toFor, toAgainst, stayed],
];
