import { createElement } from "react";
import { expect, test } from "vitest";
import { SmallFlow } from "#app/instructor/compare/SmallFlow.tsx";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";
import { comparisonOf, undecided } from "#tests/unit/app/instructor/compare/comparison.ts";

const [section] = comparisonOf([undecided(6, 2, 1)]).sections;

test("[V22] a class's flow is a sentence for those who hear the page", () => {
  if (!section) throw new Error("no class");
  const flow = createElement(SmallFlow, { section, isSmallOnPaper: false });
  expect(wordsOf(flow)).toContain("For went from 0 to 6, Against from 0 to 2, undecided from 9 to 1.");
  expect(textsInJapanese(flow).join("")).toContain("未定は9人から1人になりました。");
});
