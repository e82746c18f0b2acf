import { createElement } from "react";
import { expect, test } from "vitest";
import { HowSure } from "#app/results/opinions/HowSure.tsx";
import { wordsOf } from "#tests/support/markup.tsx";

test.each([
  [1, 0, "1 kept their side and is firmer, none kept it and are less sure."],
  [0, 1, "none kept their side and are firmer, 1 kept it and is less sure."],
  [5, 4, "5 kept their side and are firmer, 4 kept it and are less sure."],
])("[M10] %i firmer and %i less sure, as one says it", (firmer, lessSure, said) => {
  const confidence = { n: 12, change: 0.25, firmer, lessSure };
  expect(wordsOf(createElement(HowSure, { confidence }))).toContain(
    `Of the 12 who said how sure they were both times, ${said}`,
  );
});
