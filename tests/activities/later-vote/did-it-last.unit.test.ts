import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { DidItLast } from "#app/activities/later-vote/DidItLast.tsx";
import { laterMovement } from "#debate/activities/later-vote/results.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";
import { ballot } from "#tests/unit/debate/counting/classroom.ts";

const LETTERS: Record<string, Choice> = { f: "for", a: "against", u: "undecided" };

/** Of people by their votes before, after and later; `-` without a vote. */
function shown(...people: string[]) {
  const ballots = people.flatMap((answers, person) =>
    (["before", "after", "later"] as const).flatMap((round, place) => {
      const choice = LETTERS[answers[place] ?? "-"];
      return choice ? [ballot(`${person}`, round, choice)] : [];
    }),
  );
  const props = { later: laterMovement(ballots), children: null };
  return createElement(DidItLast, props);
}

describe("[M14] did it last, in words", () => {
  test.each([
    ["aff", "kept the new answer"],
    ["afa", "went back"],
    ["afu", "chose something else"],
  ])("of one person, %s", (votes, did) => {
    const words = wordsOf(shown(votes));
    expect(words).toContain(`The one person who changed their answer in the debate and voted again ${did}. `);
    expect(words).not.toMatch(/\b0\b/u);
    expect(textsInJapanese(shown(votes)).join("")).not.toMatch(/(?<!\d)0人/u);
  });

  test("of several, none is said as a word", () => {
    expect(wordsOf(shown("aff", "aff", "ufa"))).toContain(
      "Of 3 people who changed their answer in the debate and voted again, 2 kept the new answer, none went back and 1 chose something else.",
    );
  });

  test("where everyone gave the same answer, no one is counted who changed it", () => {
    const words = wordsOf(shown("aff", "fff", "aaa", "uf-"));
    expect(words).toContain(
      "All 3 people who voted both times gave the same answer as at the end of the debate.",
    );
    expect(wordsOf(shown("aff", "fff"))).toContain("Both people who voted both times gave");
    expect(words).not.toContain("Fewer than five");
    expect(words).not.toContain("direction");
  });

  test.each([
    [
      "only in the later vote",
      "--a",
      "Everyone who voted last in the debate voted again. 5 people who voted this time had not voted last in the debate.",
    ],
    ["only last in the debate", "af-", "5 people who voted last in the debate did not vote again."],
  ])(
    "[M8] who voted %s is counted, and their missing answers could change the direction",
    (_, missing, said) => {
      const moved = ["uuf", "uuf", "uuf", "uuf", "ffu"];
      const words = wordsOf(shown(...moved, ...Array<string>(5).fill(missing)));
      expect(words).toContain(`${said} The missing answers could change the direction. Time passed`);
      expect(wordsOf(shown(...moved))).not.toContain("could change");
    },
  );

  test("where no one voted again, that is all it says", () => {
    expect(wordsOf(shown("af-", "--f"))).toBe(
      "There was a later vote after the session was closed, but no one who voted at the end of the debate took part.",
    );
  });
});
