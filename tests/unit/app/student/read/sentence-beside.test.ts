import { describe, expect, test } from "vitest";
import { sentenceBeside } from "#app/student/read/sentence-beside.ts";
import type { Paragraph } from "#debate/content/debate.ts";

const PARAGRAPHS: Paragraph[] = [
  { n: 1, text: "The border is long. It is cold there. It is cold there." },
  { n: 2, text: "China grows. Japan waits." },
];
const pick = (n: number, at: number, exact: string) => ({ side: "for" as const, n, at, exact });
const beside = (from: ReturnType<typeof pick>, by: 1 | -1) => sentenceBeside(PARAGRAPHS, from, by);

describe("the sentence before or after the selection", () => {
  test("for part of a sentence it is the neighbor of that sentence, not the first one", () => {
    const part = pick(1, 26, "cold");
    expect(beside(part, 1)).toEqual(pick(1, 38, "It is cold there."));
    expect(beside(part, -1)).toEqual(pick(1, 0, "The border is long."));
    expect(beside(pick(2, 19, "waits"), -1)).toEqual(pick(2, 0, "China grows."));
  });

  test("for words across sentences it is the one before their first, or after their last", () => {
    const across = pick(1, 11, "is long. It is cold");
    expect(beside(across, 1)).toEqual(pick(1, 38, "It is cold there."));
    expect(beside(across, -1)).toBeNull();
  });

  test("identical sentences are stepped through one by one, on into the next paragraph", () => {
    expect(beside(pick(1, 20, "It is cold there."), 1)).toEqual(pick(1, 38, "It is cold there."));
    expect(beside(pick(1, 38, "It is cold there."), 1)).toEqual(pick(2, 0, "China grows."));
    expect(beside(pick(2, 0, "China grows."), -1)).toEqual(pick(1, 38, "It is cold there."));
  });

  test("there is none before the first and after the last", () => {
    expect(beside(pick(1, 0, "The border is long."), -1)).toBeNull();
    expect(beside(pick(2, 13, "Japan waits."), 1)).toBeNull();
  });
});
