import { describe, expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { Debate } from "#debate/content/debate.ts";
import { SEED } from "#tests/support/newsletter.ts";

const textOf = (index: 0 | 1) =>
  BUILT_IN_DEBATE.positions[index].paragraphs.map(({ text }) => text).join("\n");

describe("the debate after the newsletter", () => {
  test("[D10] is a valid debate with seven numbered paragraphs on each side", () => {
    expect(Debate.parse(BUILT_IN_DEBATE)).toEqual(BUILT_IN_DEBATE);
    for (const { paragraphs } of BUILT_IN_DEBATE.positions) {
      expect(paragraphs.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    }
    expect(BUILT_IN_DEBATE.date).toBeUndefined();
    expect(BUILT_IN_DEBATE.related).toHaveLength(4);
    expect(BUILT_IN_DEBATE.rights).toContain("in its own words");
  });

  test("[D10] keeps the facts of the original", () => {
    for (const fact of [
      "December 17, 2013",
      "Northern Territories",
      "polar silk road",
      "INF",
      "1956",
      "2021",
    ])
      expect(textOf(0)).toContain(fact);
    for (const fact of ["hybrid war", "4,300", "G-7", "India and Pakistan", "Armenia and Azerbaijan"])
      expect(textOf(1)).toContain(fact);
  });

  test.skipIf(!SEED)("[D10] no run of eight words is the original's", () => {
    const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runsOf = (text: string) => wordsOf(text).map((_, at, words) => words.slice(at, at + 8).join(" "));
    const original = new Set(runsOf(SEED ?? ""));
    // Runs shorter than eight, at the end of each text, are left alone.
    const simpler = BUILT_IN_DEBATE.versions?.find(({ id }) => id === "simple");
    const restated = [...(simpler?.for ?? []), ...(simpler?.against ?? [])].join("\n");
    const shared = [textOf(0), textOf(1), BUILT_IN_DEBATE.introduction, restated].flatMap((text) =>
      runsOf(text)
        .slice(0, -7)
        .filter((run) => original.has(run)),
    );
    expect(shared).toEqual([]);
  });
});
