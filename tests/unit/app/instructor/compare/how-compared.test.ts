import { createElement } from "react";
import { expect, test } from "vitest";
import { HowCompared } from "#app/instructor/compare/HowCompared.tsx";
import { wordsOf } from "#tests/support/markup.tsx";
import { comparisonOf, undecided } from "./comparison.ts";

test("[V22] how likely luck alone is says how many sets of a hundred, without a p", () => {
  const given = comparisonOf([undecided(12, 0, 8), undecided(4, 3, 20), undecided(0, 12, 8)]);
  const said = (pQ: number) => wordsOf(createElement(HowCompared, { comparison: { ...given, pQ } }));
  const luck = "Luck alone would give differences this large in";
  expect(said(0.3)).toContain(`${luck} about 30 of 100 such sets.`);
  expect(said(0.001)).toContain(`${luck} fewer than 1 of 100 such sets.`);
  expect(said(1)).toContain(`${luck} almost all such sets.`);
  expect(said(0.3)).not.toMatch(/\bp\b/u);
});
