import { createElement } from "react";
import { expect, test } from "vitest";
import { Positions } from "#app/results/positions/Positions.tsx";
import { NO_FILTER } from "#app/results/words/groups.ts";
import { WordsFilter } from "#app/results/words/WordsFilter.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { countResults } from "#debate/counting/results.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { rebuttal, session } from "#tests/unit/debate/counting/classroom.ts";

const quote = { side: "for" as const, n: 1, exact: "x" };
const counted = countResults(
  session({
    positions: BUILT_IN_DEBATE.positions,
    rebuttals: ["a", "b", "c"].map((id) => rebuttal(id, { quote })),
  }),
);

test("[R15] a paragraph says how many of its answers are on the page", () => {
  const said = (length: number) =>
    wordsOf(
      createElement(Positions, {
        results: { ...counted, rebuttals: counted.rebuttals.slice(0, length), rebuttalsInAll: 3 },
        debate: BUILT_IN_DEBATE,
      }),
    );
  expect(said(3)).toContain("Quoted 3 times The 3 rebuttals that answer it");
  expect(said(2)).toContain("Quoted 3 times 2 of the 3 rebuttals that answer it");
});

test("[R15] [V18] a credited rebuttal that does not fit on the page is not called gone", () => {
  const credited = {
    id: "w",
    kind: "why",
    round: "after",
    choice: "for",
    toward: null,
    text: "So.",
  } as const;
  const named = (areAll: boolean) =>
    wordsOf(
      createElement(WordsFilter, {
        words: [{ ...credited, picked: false, credit: { rebuttalId: "z", counts: false } }],
        bodies: { byId: new Map([["a", "Body of a"]]), areAll },
        filter: NO_FILTER,
        onFilter: () => {},
        search: { current: null },
      }),
    );
  expect(named(true)).toContain("A rebuttal that is no longer shown (1)");
  expect(named(false)).toContain("A rebuttal that is not on this page (1)");
});
