import { createElement } from "react";
import { expect, test } from "vitest";
import { FlowTable } from "#app/results/flow/FlowTable.tsx";
import { type FlowFrame, flowGeometry } from "#app/results/flow/flow-geometry.ts";
import { OwnMovement } from "#app/results/flow/OwnMovement.tsx";
import { FlowCounts } from "#app/results/paper/tables.tsx";
import { FlowInWords } from "#app/results/reveal/FlowInWords.tsx";
import type { Matrix } from "#debate/counting/movement.ts";
import { countResults } from "#debate/counting/results.ts";
import { resultMessage } from "#debate/counting/reveal.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";
import { ballotsOf, type Counts, matrix, session } from "#tests/unit/debate/counting/classroom.ts";

const FRAME: FlowFrame = {
  ...{ width: 1600, height: 560, barWidth: 60, gap: 16, margin: 290, labelHeight: 104, head: 80 },
};

test("[F20] a part without people has no label, and moves no other one", () => {
  const { first, later } = flowGeometry(
    [
      [9, 2, 0],
      [6, 6, 0],
      [1, 2, 0],
    ],
    FRAME,
  );
  expect(first.map(({ choice, people }) => [choice, people])).toEqual([
    ["for", 11],
    ["against", 12],
    ["undecided", 3],
  ]);
  expect(later.map(({ choice, people }) => [choice, people])).toEqual([
    ["for", 16],
    ["against", 10],
  ]);
  for (const { y, height, labelY } of later) expect(labelY).toBeCloseTo(y + height / 2, 9);
});

function told(counts: Counts, hides = true) {
  const input = session({ ballots: ballotsOf(counts) });
  const results = countResults(input);
  return resultMessage(
    hides ? forClass(results, input, { isClosed: true, chance: () => 0.3 }) : results,
    "open",
  );
}
const say = (props: Parameters<typeof OwnMovement>[0]) => wordsOf(createElement(OwnMovement, props));

test("[Z8] of a rounded flow nobody is counted who moved alike", () => {
  const counts = matrix("7 1 1 / 4 8 1 / 5 1 2");
  const own = { before: "against", after: "for" } as const;
  expect(say({ ...own, result: told(counts, false) })).toContain("3 others did the same.");
  const input = session({ ballots: ballotsOf(counts) });
  const rounded = forClass(countResults(input), input, { isClosed: false, chance: () => 0.3 });
  const words = say({ ...own, result: resultMessage(rounded, "open") });
  expect(words).not.toContain("did the same");
  expect(words).toContain("This flow is rounded to fives");
});

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
