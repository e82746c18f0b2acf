import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { ResultsView } from "#app/results/ResultsView.tsx";
import { creditedIn, GROUPS, groupOf, matching, NO_FILTER } from "#app/results/words/groups.ts";
import { WordsTable } from "#app/results/words/WordsTable.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { countResults } from "#debate/counting/results.ts";
import { type PickedWords, wordsNumbers } from "#debate/counting/words.ts";
import type { HostsWords } from "#debate/protocol/pages.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { ballotsOf, session } from "#tests/unit/debate/counting/classroom.ts";

function words(id: string, given: Partial<HostsWords> = {}): HostsWords {
  return {
    id,
    kind: "reason",
    round: "after",
    choice: "for",
    toward: null,
    text: id,
    picked: false,
    ...given,
  };
}

describe("[V18] the words of voters", () => {
  test("are grouped by how they moved, stayed, or voted once; [Z18] those of an anonymous session stand together", () => {
    const ways = [
      { choice: "undecided", before: "against", after: "undecided", toward: "for" },
      { choice: "against", before: "for", after: "against", toward: "against" },
      { choice: "for", before: "for", after: "for", toward: null },
      { choice: "against", before: "against", after: "against", toward: null },
      { choice: "undecided", before: "undecided", after: "undecided", toward: null },
      { choice: "for", after: "for", toward: null },
      {},
    ] as const;
    expect(ways.map(groupOf)).toEqual(GROUPS);
  });

  const [text, credited, counted, picked, hers] = [
    words("Geography does not bargain."),
    words("b", { credit: { paragraph: { side: "for", n: 2 }, counts: false } }),
    words("c", { credit: { rebuttalId: "r", counts: true } }),
    words("d", { picked: true, credit: { rebuttalId: "r", counts: false } }),
    words("e", { by: { name: "Swift Heron", realName: "山田太郎" } }),
  ];
  const all = [text, credited, counted, picked, hers];

  test("are found by text and name in any case, by pick and by what is credited", () => {
    const found = (filter: Partial<typeof NO_FILTER>) => matching(all, { ...NO_FILTER, ...filter });
    expect(found({})).toEqual(all);
    expect(found({ text: " GEOGRAPHY " })).toEqual([text]);
    expect(found({ text: "heron" })).toEqual([hers]);
    expect(found({ text: "太郎" })).toEqual([hers]);
    expect(found({ text: "ｈｅｒｏｎ" })).toEqual([hers]);
    expect(found({ about: "picked" })).toEqual([picked]);
    const kept = new Set(["b"]);
    expect(found({ about: "picked", kept })).toEqual([credited, picked]);
    expect(found({ kept })).toEqual(all);
    expect(found({ about: "counting" })).toEqual([counted]);
    expect(found({ about: "r" })).toEqual([counted, picked]);
    expect(found({ about: "r", text: "geography" })).toEqual([]);
  });

  test("name what is credited, the most often first", () => {
    expect(creditedIn(all)).toEqual([
      { key: "r", count: 2, rebuttalId: "r" },
      { key: "for 2", count: 1, paragraph: { side: "for", n: 2 } },
    ]);
  });
});

describe("[V18] the class's results", () => {
  const PICKED: PickedWords = {
    ...{ id: "a", kind: "why", text: "It was the second expert.", round: "after" },
    ...{ choice: "against", paragraph: { side: "for", n: 2 } },
  };
  const told = (picked: PickedWords[], reasons: { round: "before" | "after"; n: number }[] | null) =>
    wordsOf(
      createElement(ResultsView, {
        results: {
          ...countResults(
            session({
              ballots: ballotsOf([
                [3, 1, 0],
                [2, 2, 0],
                [0, 0, 0],
              ]),
            }),
          ),
          picked,
          reasons,
        },
        debate: BUILT_IN_DEBATE,
        isHost: false,
      }),
    );

  test("hold picked words with the vote, and how many gave reasons", () => {
    const said = told(
      [PICKED],
      [
        { round: "before", n: 1 },
        { round: "after", n: 12 },
      ],
    );
    for (const part of [
      "In their own words",
      "It was the second expert.",
      "Moved by paragraph 2, For",
      "Before: 1 person gave a reason",
      "After: 12 people gave a reason",
    ])
      expect(said).toContain(part);
  });

  test("say nothing of words where there are none", () => {
    for (const reasons of [[{ round: "after" as const, n: 0 }], null])
      expect(told([], reasons)).not.toContain("In their own words");
  });
});

test("[V18] where no one voted twice, the numbers above the words don't say that no one moved", () => {
  const ballots = ballotsOf([
    [2, 0, 0],
    [1, 1, 0],
    [0, 0, 0],
  ]);
  const said = (given: typeof ballots) =>
    wordsOf(createElement(WordsTable, { numbers: wordsNumbers(session({ ballots: given })) }));
  expect(said(ballots)).toContain("1 moved toward For, no one toward Against.");
  expect(said(ballots.filter(({ round }) => round === "before"))).not.toContain("moved");
});
