import { describe, expect, test } from "vitest";
import { Debate, DebateDraft, PublicationDate } from "#debate/content/debate.ts";
import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";
import { swapSides } from "#debate/content/swap-sides.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

const { id: _, ...draft } = BUILT_IN_DEBATE;
const [first, second] = draft.positions;
const accepts = (changes: object) => DebateDraft.safeParse({ ...draft, ...changes }).success;

describe("Debate", () => {
  test("[D1] has exactly two positions, for and then against", () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ positions: [first] })).toBe(false);
    expect(accepts({ positions: [second, first] })).toBe(false);
    expect(accepts({ positions: [first, second, second] })).toBe(false);
    expect(accepts({ positions: [first, { ...second, side: "for" }] })).toBe(false);
  });

  test("[D2] paragraphs are numbered 1, 2, 3 without a gap, and there is at least one", () => {
    const numbered = (...numbers: number[]) =>
      accepts({ positions: [{ ...first, paragraphs: numbers.map((n) => ({ n, text: "Words." })) }, second] });
    expect(numbered(1, 2, 3)).toBe(true);
    expect(numbered(1, 3)).toBe(false);
    expect(numbered(2, 1)).toBe(false);
    expect(numbered()).toBe(false);
  });

  test("[D3] unknown fields, control characters and texts over the limit are refused", () => {
    expect(accepts({ colour: "red" })).toBe(false);
    expect(accepts({ positions: [{ ...first, expert: { ...first.expert, age: 50 } }, second] })).toBe(false);
    expect(accepts({ resolution: "Ring the\u0007bell" })).toBe(false);
    expect(accepts({ resolution: "Half a \ud83d face" })).toBe(false);
    expect(accepts({ resolution: "a".repeat(DEBATE_LIMITS.resolution) })).toBe(true);
    expect(accepts({ resolution: "a".repeat(DEBATE_LIMITS.resolution + 1) })).toBe(false);
    expect(accepts({ resolution: "   " })).toBe(false);
    expect(accepts({ volume: 2.5 })).toBe(false);
  });

  test("[D4] links go to http and https only", () => {
    const links = (url: string) => accepts({ resources: [{ label: "Source", url }] });
    expect(links("https://www.csis.org/programs/japan-chair")).toBe(true);
    expect(links("http://harbor.example/a?b=c")).toBe(true);
    for (const url of [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "//host",
      "http:host",
    ])
      expect(links(url), url).toBe(false);
  });

  test("[D5] a date is a year, a month or a day that exists", () => {
    const isDate = (text: string) => PublicationDate.safeParse(text).success;
    expect(["2019", "2019-02", "2019-02-28"].every(isDate)).toBe(true);
    expect(["2019-13", "2019-02-30", "February 2019", "19", ""].some(isDate)).toBe(false);
  });

  test("[D6] a draft has no id; a debate has one", () => {
    expect(Debate.safeParse(draft).success).toBe(false);
    expect(accepts({ id: "japan-russia-card" })).toBe(false);
    expect(Debate.safeParse({ ...draft, id: "../x" }).success).toBe(false);
  });

  test("[D7] swapping sides swaps the experts with their paragraphs, and twice is nothing", () => {
    const swapped = swapSides(BUILT_IN_DEBATE);
    expect(swapped.positions.map(({ side, expert }) => [side, expert.name])).toEqual([
      ["for", "Dmitri Trenin"],
      ["against", "Shinji Hyodo"],
    ]);
    expect(swapped.positions[0].paragraphs).toEqual(second.paragraphs);
    expect(Debate.parse(swapped)).toEqual(swapped);
    expect(swapSides(swapped)).toEqual(BUILT_IN_DEBATE);
  });
});
