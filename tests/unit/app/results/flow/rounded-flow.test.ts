import { createElement } from "react";
import { expect, test } from "vitest";
import { FlowTable } from "#app/results/flow/FlowTable.tsx";
import { StreamInWords } from "#app/results/flow/StreamInWords.tsx";
import { FlowCounts } from "#app/results/paper/tables.tsx";
import { FlowInWords } from "#app/results/reveal/FlowInWords.tsx";
import type { Matrix } from "#debate/counting/movement.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";

const ROUNDED: Matrix = [
  [10, 0, 5],
  [0, 10, 0],
  [5, 0, 0],
];
const movement = { from: "before", to: "after", n: 32, matrix: ROUNDED } as const;

test("[Z8] the tables of a rounded flow add up, to about as many as voted both times", () => {
  const { matrix: rounded, ...withheld } = movement;
  for (const table of [
    createElement(FlowTable, { movement, isRounded: true }),
    createElement(FlowCounts, { movement: { ...withheld, matrix: null, rounded } }),
    createElement(FlowInWords, { shown: { hasLater: true, kind: "flow", movement, isRounded: true } }),
  ]) {
    expect(wordsOf(table)).toMatch(/All after 15 10 5 about 30\b/u);
    expect(wordsOf(table).replace("of the 32 who voted both times", "")).not.toContain("32");
    expect(textsInJapanese(table)).toContain("約30");
  }
  const exact = createElement(FlowTable, { movement: { ...movement, n: 30 } });
  expect(wordsOf(exact)).toMatch(/All after 15 10 5 30\b/u);
});

test.each([
  [
    true,
    "About 5 people went from For to Undecided (about 17%).",
    "About 10 people stayed with For (about 33%).",
  ],
  [false, "5 people went from For to Undecided (17%).", "10 people stayed with For (33%)."],
])("[Z8] what is said of a stream is about (rounded: %s)", (isRounded, moved, stayed) => {
  const said = (to: "for" | "undecided") =>
    wordsOf(createElement(StreamInWords, { movement, isRounded, move: { from: "for", to } }));
  expect([said("undecided"), said("for")]).toEqual([moved, stayed]);
});
