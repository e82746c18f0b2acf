import { createElement } from "react";
import { expect, test } from "vitest";
import { StackedBar } from "#app/results/rounds/ShareBar.tsx";
import { markupOf } from "#tests/support/markup.tsx";

test("a stacked bar of 5, 3 and 1 is divided as 5 to 3 to 1, whatever its width", () => {
  const markup = markupOf(createElement(StackedBar, { tally: { for: 5, against: 3, undecided: 1 } }));
  const parts = [...markup.matchAll(/flex-grow:(\d+);flex-basis:0/gu)].map(([, grow]) => Number(grow));
  expect(parts).toEqual([500, 300, 100]);
});
