import { Tabs } from "@base-ui/react/tabs";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { voiceFor } from "#app/student/read/aloud/speaker.ts";
import { answersTo } from "#app/student/read/answered.ts";
import { PositionColumn } from "#app/student/read/PositionColumn.tsx";
import { sentenceBeside } from "#app/student/read/sentence-beside.ts";
import { WithGlossary } from "#app/student/read/Terms.tsx";
import type { Paragraph } from "#debate/content/debate.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { markupOf } from "#tests/support/markup.tsx";

const paragraphs = [
  { n: 1, text: "First sentence. Second one here. Third." },
  { n: 2, text: "Only this." },
];
let at = 0;
const quoting = (n: number, exact: string, more: Partial<Rebuttal> = {}): Rebuttal => {
  at += 1;
  return {
    ...{ id: `${at}`, at, rank: at, side: "against", body: "No.", endorsements: 0, status: "published" },
    quote: { side: "for", n, exact },
    ...more,
  };
};

describe("[R23] how many rebuttals answer each sentence", () => {
  test("of this position, published, and by every sentence that a quotation touches", () => {
    const found = answersTo({ side: "for", paragraphs }, [
      quoting(1, "First sentence."),
      quoting(1, "sentence. Second"),
      quoting(1, "Third.", { status: "hidden" }),
      quoting(2, "Only this.", { quote: { side: "against", n: 2, exact: "Only this." } }),
      quoting(9, "Not there."),
    ]);
    expect([...found]).toEqual([[1, { all: 2, sentences: [2, 1] }]]);
  });
});

const TWO_PARAGRAPHS: Paragraph[] = [
  { n: 1, text: "The border is long. It is cold there. It is cold there." },
  { n: 2, text: "China grows. Japan waits." },
];
const picked = (n: number, at: number, exact: string) => ({ side: "for" as const, n, at, exact });
const beside = (from: ReturnType<typeof picked>, by: 1 | -1) => sentenceBeside(TWO_PARAGRAPHS, from, by);

describe("the sentence before or after the selection", () => {
  test("for part of a sentence it is the neighbor of that sentence, not the first one", () => {
    const part = picked(1, 26, "cold");
    expect(beside(part, 1)).toEqual(picked(1, 38, "It is cold there."));
    expect(beside(part, -1)).toEqual(picked(1, 0, "The border is long."));
    expect(beside(picked(2, 19, "waits"), -1)).toEqual(picked(2, 0, "China grows."));
  });

  test("identical sentences are stepped through one by one, on into the next paragraph", () => {
    expect(beside(picked(1, 20, "It is cold there."), 1)).toEqual(picked(1, 38, "It is cold there."));
    expect(beside(picked(1, 38, "It is cold there."), 1)).toEqual(picked(2, 0, "China grows."));
    expect(beside(picked(2, 0, "China grows."), -1)).toEqual(picked(1, 38, "It is cold there."));
  });
});

const [position] = BUILT_IN_DEBATE.positions;
const text = "A treaty came late. Its peace treaty, a treaty《x》, stays. 北方領土《ほっぽうりょうど》も。";

function column(terms: string[]): string {
  const shown = { ...position, paragraphs: [{ n: 1, text }] };
  const props = {
    code: "ABC234",
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

const voice = (lang: string, localService = true, isDefault = false) => ({
  lang,
  localService,
  default: isDefault,
});

test("[X6] a voice that another server would speak is never used, nor one of another language", () => {
  expect(voiceFor([voice("ja-JP", false), voice("en-US", true, true)], "ja")).toBeNull();
  expect(voiceFor([], "ja")).toBeNull();
});
