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

  test("[D10] Trenin's biography has the years of both of his posts as a fellow, and Hyodo's of his", () => {
    const [hyodo, trenin] = BUILT_IN_DEBATE.positions.map(({ expert }) => expert.biography ?? "");
    expect(trenin).toContain("from 1993 to 1997");
    expect(trenin).toContain("Institute of Europe");
    for (const year of ["1972", "1985", "1986", "1991", "1993", "1997"]) expect(trenin).toContain(year);
    for (const year of ["1991", "1992", "1994", "1996", "1998", "2001", "2003", "2007", "2016", "2018"])
      expect(hyodo).toContain(year);
  });

  test("[D10] nothing is there that the original does not say", () => {
    expect(textOf(1)).not.toMatch(/two against one/iu);
    expect(textOf(1)).toContain("triangle of Washington, Beijing and Moscow against China");
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
