import { createElement } from "react";
import { expect, test } from "vitest";
import { HowSure } from "#app/results/opinions/HowSure.tsx";
import { wordsOf } from "#tests/support/markup.tsx";

test.each([
  [1, 0, "1 became surer and no one less sure."],
  [0, 1, "no one became surer and 1 less sure."],
  [5, 4, "5 became surer and 4 less sure."],
])("[M10] %i firmer and %i less sure, as one says it", (firmer, lessSure, said) => {
  const confidence = { n: 12, change: 0.25, firmer, lessSure };
  expect(wordsOf(createElement(HowSure, { confidence }))).toContain(
    `12 said how sure they were both times. Of those who kept their side, ${said}`,
  );
});

test.each([
  [
    0.25,
    "12 people moved 3 in all toward For: 3 ÷ 12 = 0.25 on average (how sure that is, we don’t work out).",
  ],
  [0, "12 people moved 0 in all: 0 ÷ 12 = 0.00 on average (how sure that is, we don’t work out)."],
])("[M10] the calculation of a change of %d names the side that it went to, if any", (change, said) => {
  const confidence = { n: 12, change, firmer: 1, lessSure: 0 };
  expect(wordsOf(createElement(HowSure, { confidence }))).toContain(said);
});
