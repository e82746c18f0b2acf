import { createElement } from "react";
import { expect, test } from "vitest";
import { HowCompared } from "#app/instructor/compare/HowCompared.tsx";
import { wordsOf } from "#tests/support/markup.tsx";
import { comparisonOf, undecided } from "./comparison.ts";

test("[V46] the average class is said in words, and where its line includes 0 the same sentence says so", () => {
  const said = (...classes: Parameters<typeof comparisonOf>[0]) =>
    wordsOf(createElement(HowCompared, { comparison: comparisonOf(classes) }));
  const five = (toFor: number, toAgainst: number) =>
    Array.from({ length: 5 }, () => undecided(toFor, toAgainst, 20));
  expect(said(...five(4, 3))).toContain(
    "Here the average is For by 3.7, with a line from Against 10.6 to For 18, which includes 0;",
  );
  expect(said(...five(20, 1))).toContain(
    "Here the average is For by 46.3, with a line from For 34.5 to 58.2;",
  );
});
