import { describe, expect, test } from "vitest";
import { listingOf, searchedOf } from "#debate/content/listing.ts";
import { relatedKeys, searchable, titleKey, wordsOf } from "#debate/content/searching.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

describe("[D14] a search", () => {
  test.each([
    ["ＲＵＳＳＩＡ カード", "russia かーど"],
    ["がく ヴ", "がく ゔ"],
    ["北方領土《ほっぽうりょうど》の返還", "北方領土の返還"],
  ])("does not tell %s from %s", (one, other) => {
    expect(searchable(one)).toBe(searchable(other));
  });

  test("has at most eight words, each once, and keeps signs that databases use", () => {
    expect(wordsOf("  Card  card 100% _x_ ")).toEqual(["card", "100%", "_x_"]);
    expect(wordsOf("a b c d e f g h i j")).toHaveLength(8);
    expect(wordsOf("　")).toEqual([]);
  });

  test("looks through resolution, experts, roles, series, tags and paragraphs, and not the introduction", () => {
    const [first] = BUILT_IN_DEBATE.positions;
    const searched = searchedOf({ ...BUILT_IN_DEBATE, tags: ["Diplomacy"] });
    for (const text of ["Russia Card", "Debating Japan", "diplomacy", first.expert.name, first.expert.role])
      expect(searched).toContain(searchable(text));
    expect(searched).toContain(searchable(first.paragraphs[6]?.text ?? "-"));
    expect(searched).not.toContain(searchable("Great powers have long tested"));
  });
});

test("[D15] a listing has what a card shows, with at most 40 related resolutions", () => {
  const related = Array.from({ length: 41 }, (_, n) => ({ label: `Title ${n}` }));
  expect(listingOf({ ...BUILT_IN_DEBATE, related })).toEqual({
    resolution: "Japan Could Play the Russia Card Against China",
    key: "japan could play the russia card against china",
    lang: "en",
    level: "advanced",
    tags: ["world", "Japan", "foreign policy"],
    series: "Debating Japan",
    volume: 2,
    issue: 3,
    experts: ["Shinji Hyodo", "Dmitri Trenin"],
    paragraphs: [7, 7],
    length: expect.objectContaining({ unit: "words" }),
    related: related.slice(0, 40),
  });
});

describe("[D19] a related resolution", () => {
  test.each([
    "Vol. 2, Issue 1: Japan Should Spend 2 Percent of GDP on Defense",
    "第2巻第1号：Japan should spend 2 percent of GDP on defense.",
    "“Japan Should Spend 2 Percent of GDP on Defense”",
  ])("%s is the debate of its title", (label) => {
    expect(relatedKeys(label)).toContain(titleKey("Japan Should Spend 2 Percent of GDP on Defense"));
  });
});
