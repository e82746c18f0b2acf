import { describe, expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { Debate } from "#debate/content/debate.ts";
import { SEED } from "./newsletters.ts";

const textOf = (index: 0 | 1) =>
  BUILT_IN_DEBATE.positions[index].paragraphs.map(({ text }) => text).join("\n");

describe("the built-in debate", () => {
  test("[D10] is a valid debate with seven numbered paragraphs on each side", () => {
    expect(Debate.parse(BUILT_IN_DEBATE)).toEqual(BUILT_IN_DEBATE);
    for (const { paragraphs } of BUILT_IN_DEBATE.positions) {
      expect(paragraphs.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    }
    expect(BUILT_IN_DEBATE.date).toBeUndefined();
    expect(BUILT_IN_DEBATE.related).toHaveLength(4);
    expect(BUILT_IN_DEBATE.rights).toContain("in its own words");
  });

  test.each([
    [0, "December 17, 2013"],
    [0, "Northern Territories"],
    [0, "Ukraine crisis of 2014"],
    [0, "polar silk road"],
    [0, "INF"],
    [0, "Russiagate"],
    [0, "1956"],
    [0, "2021"],
    [0, "First, "],
    [0, "Third, "],
    [1, "hybrid war"],
    [1, "4,300"],
    [1, "G-7"],
    [1, "sanctions"],
    [1, "technology"],
    [1, "India and Pakistan"],
    [1, "Iran and Saudi Arabia"],
    [1, "Israel and Iran"],
    [1, "Armenia and Azerbaijan"],
  ] as const)("[D10] position %i keeps the original's %s", (index, fact) => {
    expect(textOf(index)).toContain(fact);
  });

  test.skipIf(!SEED)("[D10] no run of eight words is the original's", () => {
    const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runsOf = (text: string) => wordsOf(text).map((_, at, words) => words.slice(at, at + 8).join(" "));
    const original = new Set(runsOf(SEED ?? ""));
    // Runs shorter than eight, at the end of each text, are left alone.
    const shared = [textOf(0), textOf(1), BUILT_IN_DEBATE.introduction].flatMap((text) =>
      runsOf(text)
        .slice(0, -7)
        .filter((run) => original.has(run)),
    );
    expect(shared).toEqual([]);
  });
});
