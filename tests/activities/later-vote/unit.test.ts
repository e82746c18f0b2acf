import { describe, expect, test } from "vitest";
import { laterMovement } from "#debate/activities/later-vote/results.ts";
import { frozen, thawed } from "#debate/counting/frozen.ts";
import { countResults, type WholeInput } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { ROUNDS } from "#debate/rules/choices.ts";
import { ballot, matrix, session } from "#tests/unit/debate/counting/classroom.ts";

const LETTERS: Record<string, Choice> = { f: "for", a: "against", u: "undecided" };
/** One word a person: before, after and later; `-` without a vote. */
const ballotsOf = (...people: string[]) =>
  people.flatMap((answers, person) =>
    (["before", "after", "later"] as const).flatMap((round, place) => {
      const choice = LETTERS[answers[place] ?? "-"];
      return choice ? [ballot(`${person}`, round, choice)] : [];
    }),
  );
const CLASS = ["aff", "afa", "ufu", "afu", "fff", "ff-", "-af"];

describe("[M14] did it last?", () => {
  const later = laterMovement(ballotsOf(...CLASS));

  test("the pairs are those who voted at the end of the debate and once more", () => {
    expect(later.paired).toEqual({
      from: "after",
      to: "later",
      n: 6,
      matrix: matrix("2 1 2 / 1 0 0 / 0 0 0"),
    });
    expect(later.tally).toEqual({ round: "later", n: 6, for: 3, against: 1, undecided: 2 });
    expect(later.attrition).toMatchObject({ both: 6, firstOnly: 1, lastOnly: 0 });
    expect(later.stories).toEqual({ stayed: 2, formedView: 0, switched: 2, unsettled: 2 });
  });

  test("of four who had changed their answer, one kept it, two went back, one chose something else", () => {
    expect(later.movers).toEqual({ n: 4, kept: 1, back: 2, elsewhere: 1 });
  });

  test("without any later vote there is nothing to compare", () => {
    const none = laterMovement(ballotsOf("af-", "fa-"));
    expect(none).toMatchObject({
      swing: null,
      margin: null,
      movers: { n: 0, kept: 0, back: 0, elsewhere: 0 },
    });
    expect(none.paired.n).toBe(0);
  });
});

const input = (given: Partial<WholeInput> = {}) =>
  session({ phase: "closed", ballots: ballotsOf(...CLASS), ...given });

test("[M14] the later vote changes nothing of the debate's own result", () => {
  const debated = ballotsOf(...CLASS).filter(({ round }) => round !== "later");
  const before = countResults(input({ ballots: debated }));
  for (const phase of ["later", "later-closed"]) {
    const { later: _, ...now } = countResults(input({ phase, withLater: phase === "later-closed" }));
    expect(now).toEqual({ ...before, phase });
  }
});

test("[P35] ballots of an open later vote are in no count", () => {
  const counted = countResults(input({ phase: "later", withLater: false }));
  expect(counted).not.toHaveProperty("later");
  expect(JSON.stringify(counted)).not.toContain('"later","n"');
  expect(counted.rounds.map(({ round }) => round)).toEqual(
    ROUNDS.filter((r) => r === "before" || r === "after"),
  );
});

test("[Z13] a class that hides small groups is told nothing of it, and keeps what it was first told", () => {
  const open = input({ phase: "closed" });
  const first = frozen(forClass(countResults(open), open, { isClosed: true, chance: () => 0 }));
  const closed = input({ phase: "later-closed", withLater: true });
  const counted = countResults(closed);
  const told = forClass(counted, closed, { isClosed: true, chance: () => 0 });
  for (const shown of [told, thawed(first, counted, true)]) {
    expect(shown.later).toBeNull();
    expect(shown.withheld).toContain("later");
    expect(shown.verdict.headline).toBe(first.verdict.headline);
    expect(shown.paired).toEqual(first.paired);
  }
  expect(first).not.toHaveProperty("later");
  expect(first.withheld).not.toContain("later");
});
