import { describe, expect, test } from "vitest";
import { answersTo } from "#app/student/read/answered.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

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

  test("[X3] where the class reads versions, by the sentences of the original", () => {
    const quote = {
      side: "for" as const,
      n: 1,
      exact: "In other words.",
      version: "easy",
      sentences: [2, 3] as [number, number],
    };
    const { sentences } = answersTo({ side: "for", paragraphs }, [quoting(1, "", { quote })]).get(1) ?? {
      sentences: [],
    };
    expect([...sentences]).toEqual([undefined, 1, 1]);
  });
});
