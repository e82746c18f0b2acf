import { Tabs } from "@base-ui/react/tabs";
import { createElement } from "react";
import { expect, test } from "vitest";
import { PositionColumn } from "#app/student/read/PositionColumn.tsx";
import { WithGlossary } from "#app/student/read/Terms.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { markupOf } from "#tests/support/markup.tsx";

const [position] = BUILT_IN_DEBATE.positions;
const text = "A treaty came late. Its peace treaty, a treaty《x》, stays. 北方領土《ほっぽうりょうど》も。";

function column(terms: string[]): string {
  const shown = { ...position, paragraphs: [{ n: 1, text }] };
  const props = {
    position: shown,
    isShown: true,
    isTab: false,
    picked: null,
    place: null,
    answers: new Map(),
    onAnswers: () => undefined,
    onPickParagraph: null,
    isAnswering: false,
    lang: "en",
  };
  const glossary = terms.map((term) => ({ term, meaning: `What ${term} means` }));
  return markupOf(
    createElement(
      Tabs.Root,
      {},
      createElement(WithGlossary, { glossary }, createElement(PositionColumn, props)),
    ),
  );
}

const plain = (markup: string) => markup.replace(/<[^>]*>/gu, "");

test("[Y2] marked terms are buttons, and the paragraph stays the same characters [R3]", () => {
  const markup = column(["treaty", "peace treaty", "北方領土"]);
  const marked = markup.match(/role="button"[^>]*data-term="([^"]*)"/gu);
  expect(marked).toHaveLength(3);
  expect(marked?.[1]).toContain('data-term="for 1 24"');
  expect(plain(markup)).toContain(text);
});

test("[Y2] without a glossary nothing is marked", () => {
  expect(column([])).not.toContain("data-term");
});
