import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fragility, fragilityOfStanding, otherStanding } from "#debate/counting/fragility.ts";
import { margin } from "#debate/counting/margin.ts";
import { isDeadHeat, type Moves } from "#debate/counting/movement.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { type Counts, matrix, movesOf, PLACES, peopleOf, someMatrix } from "./classroom.ts";

/** From the margin and the dead heat alone, which the code under test does not use. */
function claimOf(moves: Moves): string {
  const standing = margin(moves)?.standing ?? "none";
  if (standing === "few" || !isDeadHeat(moves)) return standing;
  return standing === "clear" ? "small" : "close";
}
const standingIn = (claim: string) => (claim === "small" ? "close" : claim);

/** Every way in which so many people can answer. */
function* answersOf(people: number): Generator<[number, number, number]> {
  for (let pro = 0; pro <= people; pro += 1)
    for (let against = 0; pro + against <= people; against += 1) yield [pro, against, people - pro - against];
}

/** The claim that each number of other last answers can lead to, found by trying them all. */
function reachable(counts: readonly [number, number, number][]): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>();
  const [pro, against, undecided] = counts.map((row) => row.reduce((sum, people) => sum + people, 0));
  for (const one of answersOf(pro ?? 0))
    for (const two of answersOf(against ?? 0))
      for (const three of answersOf(undecided ?? 0)) {
        const other = [one, two, three];
        const changed = other.reduce(
          (sum, row, i) =>
            sum + row.reduce((all, people, j) => all + Math.max(0, people - (counts[i]?.[j] ?? 0)), 0),
          0,
        );
        const claims = found.get(changed) ?? new Set();
        found.set(changed, claims.add(claimOf(movesOf(other))));
      }
  return found;
}

const row = (most: number) => fc.tuple(fc.nat(most), fc.nat(most), fc.nat(most));
/** Seminars, and classes most of whom answered alike at first: dead heats need many people. */
const classes = fc.oneof(
  fc.tuple(row(2), row(2), row(2)),
  fc.tuple(row(3), row(3), row(3)),
  fc.tuple(row(10), row(1), row(1)),
  fc.tuple(row(1), row(1), row(18)),
  fc.tuple(row(1), row(14), row(1)),
);

describe("[S14] the fewest other last answers that change a verdict's standing", () => {
  test("are found by trying all answers of a class, and so is what the headline says then", () => {
    fc.assert(
      fc.property(classes, (counts) => {
        const moves = movesOf(counts);
        const now = standingIn(claimOf(moves));
        const claims = [...reachable(counts)].sort(([one], [other]) => one - other);
        const nearest = claims.find(([, each]) => [...each].some((claim) => standingIn(claim) !== now));
        expect(fragilityOfStanding(moves)).toBe(nearest?.[0] ?? null);
        const other = otherStanding(moves);
        if (now === "few" || now === "none") return void expect(other).toBeNull();
        expect(other?.people).toBe(nearest?.[0]);
        expect([...(nearest?.[1] ?? [])]).toContain(other?.claim);
        expect(standingIn(other?.claim ?? "none")).not.toBe(now);
      }),
      { numRuns: 100 },
    );
  });

  test("are never more than those that end the lead of a clear class", () => {
    fc.assert(
      fc.property(fc.tuple(row(90), row(90), row(90)), (counts) => {
        const moves = movesOf(counts);
        if (claimOf(moves) !== "clear") return;
        expect(fragilityOfStanding(moves)).toBeLessThanOrEqual(fragility(moves) ?? 0);
      }),
      { numRuns: 100 },
    );
  });

  test.each<[Counts, string, number | null, number | null, string | undefined]>([
    [matrix("16 0 16 / 0 7 6 / 37 9 29"), "clear", 9, 1, "leaning"],
    // 10 of 30 ahead; one more For gives 12 steps, and the line from 3.7 to 69.
    [matrix("7 1 1 / 4 8 1 / 5 1 2"), "leaning", 5, 1, "clear"],
    // Five movers: with four, too few moved to tell.
    [matrix("5 0 0 / 5 0 0"), "clear", 5, 1, "few"],
    // 50 steps of 1,000 people are 5 points, one step fewer is a dead heat.
    [[[475, 0, 0], [0, 475, 0], [50]], "clear", 25, 1, "small"],
    [matrix("9 1 1 / 1 8 0"), "few", 1, 2, undefined],
    [matrix("2 0 0 / 1 1 0"), "few", 1, null, undefined],
    [[], "none", null, null, undefined],
  ])(
    "of %j, which is %s: %s would end the lead, and %s make it something else",
    (counts, claim, lead, standing, then) => {
      const moves = movesOf(counts);
      expect(claimOf(moves)).toBe(claim);
      expect(fragility(moves)).toBe(lead);
      expect(fragilityOfStanding(moves)).toBe(standing);
      expect(otherStanding(moves)?.claim).toBe(then);
    },
  );

  test("are counted for the most one-sided hall of 5,000 in few tries", () => {
    const moves = movesOf([[], [5_000]]);
    // 4,874 answers leave 252 steps, more than 5 points; one more is a dead heat.
    expect(fragilityOfStanding(moves)).toBe(4_876);
    expect(fragility(moves)).toBe(5_000);
  });
});

const leadOf = (people: { before: Choice; after: Choice }[]) =>
  people.reduce((sum, { before, after }) => sum + PLACES[after] - PLACES[before], 0);

test("[S11] fragility is the smallest number of people who can end the lead, found by trying", () => {
  fc.assert(
    fc.property(someMatrix(1).map(movesOf), (moves) => {
      const people = peopleOf(moves);
      const lead = leadOf(people);
      if (lead === 0) return void expect(fragility(moves)).toBeNull();
      const ends = (changed: number) => {
        for (let group = 0; group < 2 ** people.length; group += 1) {
          const chosen = people.map((_, person) => (group >> person) & 1);
          if (chosen.reduce((sum, each) => sum + each, 0) !== changed) continue;
          // Each of them moves as far against the leader as possible.
          const other = people.map((person, place) =>
            chosen[place] ? { ...person, after: lead > 0 ? ("against" as const) : ("for" as const) } : person,
          );
          if (leadOf(other) * Math.sign(lead) <= 0) return true;
        }
        return false;
      };
      const needed = people.findIndex((_, changed) => ends(changed + 1)) + 1;
      expect(fragility(moves)).toBe(needed);
    }),
    { numRuns: 60 },
  );
});
