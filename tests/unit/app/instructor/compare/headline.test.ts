import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { ComparisonView } from "#app/instructor/compare/ComparisonView.tsx";
import { SectionsHeadline } from "#app/instructor/compare/SectionsHeadline.tsx";
import { markupOf, wordsOf } from "#tests/support/markup.tsx";
import type { Counts } from "#tests/unit/debate/counting/classroom.ts";
import { comparisonOf, EMPTY, undecided } from "./comparison.ts";

const SAMPLE =
  "Your sections are not a random sample. Read this as what happened in these classes, not as what would happen in others.";

function said(classes: readonly Counts[]): string {
  const words = wordsOf(createElement(SectionsHeadline, { comparison: comparisonOf(classes) }));
  expect(words.endsWith(SAMPLE)).toBe(true);
  return words.slice(0, -SAMPLE.length).trim();
}

// 12 toward For, none away: clear. 3 toward each: level. 4 to 3: too close. 3 movers: too few.
const CLEAR_FOR = undecided(12, 0, 8);
const CLEAR_AGAINST = undecided(0, 12, 8);
const LEVEL = undecided(3, 3, 10);
const CLOSE_FOR = undecided(4, 3, 20);
const FEW_FOR = undecided(2, 1, 20);

describe("[V22] the headline counts sections, and says how many leads are clear", () => {
  test.each<[what: string, classes: Counts[], words: string]>([
    [
      "one side ahead in all of five",
      [CLEAR_FOR, CLEAR_FOR, CLEAR_FOR, CLEAR_FOR, CLOSE_FOR],
      "For came out ahead in all 5 sections. For’s lead is clear in 4. All 107 people together: 52 moved toward For, 3 toward Against.",
    ],
    [
      "most of five",
      [CLEAR_FOR, CLEAR_FOR, CLOSE_FOR, FEW_FOR, CLEAR_AGAINST],
      "For came out ahead in 3 of 5 sections. Against came out ahead in 1. For’s lead is clear in 2, Against’s in 1. In 1, too few people moved to tell. All 110 people together: 30 moved toward For, 16 toward Against.",
    ],
    [
      "both of two, neither clear",
      [CLOSE_FOR, CLOSE_FOR],
      "For came out ahead in both sections. No lead is clear. All 54 people together: 8 moved toward For, 6 toward Against.",
    ],
    [
      "a split of two",
      [CLEAR_FOR, CLEAR_AGAINST],
      "Split: For came out ahead in one section, Against in one. For’s lead is clear in 1, Against’s in 1. All 40 people together: 12 moved toward For, 12 toward Against.",
    ],
    [
      "a split with one level",
      [CLEAR_AGAINST, LEVEL, CLEAR_FOR],
      "Split: For came out ahead in one section, Against in one. One ended exactly level. For’s lead is clear in 1, Against’s in 1. All 56 people together: 15 moved toward For, 15 toward Against.",
    ],
    [
      "level in both",
      [LEVEL, LEVEL],
      "Exactly level in both sections. All 32 people together: 6 moved toward For, 6 toward Against.",
    ],
    [
      "nobody who moved",
      [undecided(0, 0, 9), undecided(0, 0, 3)],
      "Too few people moved to tell. In each section, fewer than five people changed their answer. All 12 people together: no one moved toward For, no one toward Against.",
    ],
    [
      "one person each",
      [undecided(1, 0), undecided(0, 1)],
      "Too few people moved to tell. In each section, fewer than five people changed their answer. All 2 people together: 1 moved toward For, 1 toward Against.",
    ],
    [
      "one person in all",
      [undecided(1, 0), EMPTY],
      "Only one section has people who voted twice. In one section no one voted twice, so it is left out. The one person who voted twice: 1 moved toward For, no one toward Against.",
    ],
    [
      "one section with people",
      [CLEAR_FOR, EMPTY],
      "Only one section has people who voted twice. In one section no one voted twice, so it is left out. All 20 people together: 12 moved toward For, no one toward Against.",
    ],
    [
      "one level, and one with too few",
      [LEVEL, FEW_FOR],
      "Neither side came out ahead. One ended exactly level. In 1, too few people moved to tell. All 39 people together: 5 moved toward For, 4 toward Against.",
    ],
    [
      "a side that leads more often, and only the other clearly",
      [CLOSE_FOR, CLOSE_FOR, CLEAR_AGAINST],
      "For came out ahead in 2 of 3 sections. Against came out ahead in 1. For’s lead is clear in none, Against’s in 1. All 74 people together: 8 moved toward For, 18 toward Against.",
    ],
    ["no people at all", [EMPTY, EMPTY], "No one voted twice in these sections."],
    [
      "one that is ahead only because the other lost more",
      [
        [
          [9, 0, 1],
          [0, 7, 3],
          [0, 0, 5],
        ],
        CLEAR_AGAINST,
        CLEAR_AGAINST,
      ],
      "Against came out ahead in 2 of 3 sections. Against’s lead is clear in 2. In 1, too few people moved to tell. All 65 people together: 3 moved toward For, 25 toward Against.",
    ],
  ])("%s", (_, classes, words) => {
    expect(said(classes)).toBe(words);
  });

  test("a lead of less than 5 points is not called clear, however many people are behind it", () => {
    // 40 of 1,000 moved toward For and none away: 4 points, and a line far from 0.
    const small = undecided(40, 0, 960);
    const { sections } = comparisonOf([small, small]);
    expect(sections[0]?.margin?.standing).toBe("clear");
    expect(said([small, small])).toContain("For came out ahead in both sections. No lead is clear.");
  });
});

const sizes = fc.oneof(fc.constant(0), fc.integer({ max: 4, min: 0 }), fc.integer({ min: 0, max: 40 }));
const row = fc.tuple(sizes, sizes, sizes);
const classes = fc.array(fc.oneof(fc.tuple(row, row, row), fc.constant(EMPTY)), {
  minLength: 2,
  maxLength: 20,
});

/** For's gain less Against's in people, by the totals alone. */
function ahead(counts: Counts): number {
  const at = (i: number, j: number) => counts[i]?.[j] ?? 0;
  const column = (j: number) => at(0, j) + at(1, j) + at(2, j);
  const total = (i: number) => at(i, 0) + at(i, 1) + at(i, 2);
  return column(0) - total(0) - (column(1) - total(1));
}

/** People who did not answer alike twice. */
function movers(counts: Counts): number {
  return counts.flatMap((row, i) => row.filter((_, j) => i !== j)).reduce((sum, people) => sum + people, 0);
}

/** The number after some words, 0 where they are not there. */
function numberIn(words: string, pattern: RegExp): number {
  const found = pattern.exec(words)?.[1];
  return found === undefined ? 0 : found === "one" || found === "One" ? 1 : Number(found);
}

describe("[V22] whatever the sections are", () => {
  test("words never contradict the numbers", () => {
    fc.assert(
      fc.property(classes, (all) => {
        const words = said(all);
        const comparison = comparisonOf(all);
        const counted = all.filter((counts) => counts.flat().some((people) => people > 0));
        const enough = counted.filter((counts) => movers(counts) >= 5);
        const leading = (sign: 1 | -1) => enough.filter((counts) => sign * ahead(counts) > 0).length;
        const [toFor, toAgainst] = [leading(1), leading(-1)];
        expect(words).not.toMatch(/\bp\b|signific|chance|caus|[−-]\d|\d\.\d|\d,(?!\d{3}\b)\d/iu);
        const start =
          counted.length < 2
            ? /^(No one voted|Only one)/u
            : toFor > toAgainst
              ? /^For came/u
              : toAgainst > toFor
                ? /^Against came/u
                : toFor > 0
                  ? /^Split/u
                  : /^(Neither|Exactly level|Too few)/u;
        expect(words).toMatch(start);
        expect(words.startsWith("Too few")).toBe(counted.length > 1 && enough.length === 0);
        const share = /^(For|Against) came out ahead in (\d+) of (\d+) sections\./u.exec(words);
        if (share) {
          const own = share[1] === "For" ? toFor : toAgainst;
          const others = share[1] === "For" ? toAgainst : toFor;
          expect([Number(share[2]), Number(share[3])]).toEqual([own, counted.length]);
          expect(own).toBeGreaterThan(others);
        }
        const whole = /^(For|Against) came out ahead in (?:both|all (\d+)) sections\./u.exec(words);
        if (whole) {
          expect(whole[1] === "For" ? toFor : toAgainst).toBe(counted.length);
          expect(Number(whole[2] ?? 2)).toBe(counted.length);
        }
        const split = /^Split: For came out ahead in (\w+) sections?, Against in (\w+)\./u.exec(words);
        if (split) {
          expect(numberIn(words, /ahead in (\w+) section/u)).toBe(toFor);
          expect(numberIn(words, /Against in (\w+)\./u)).toBe(toAgainst);
        }
        for (const side of ["For", "Against"] as const) {
          const clear = numberIn(words, new RegExp(`${side}’s (?:lead is clear )?in (\\d+)`, "u"));
          const excludes = comparison.sections.filter(({ margin, n }, place) => {
            const lead = ahead(all[place] ?? []) * (side === "For" ? 1 : -1);
            const ends = (margin?.interval ?? [0, 0]).map((end) => end * (side === "For" ? 1 : -1));
            return lead * 100 >= 5 * n && n > 0 && ends.every((end) => end > 0);
          });
          // Fewer than five movers are never called clear.
          expect(clear).toBeLessThanOrEqual(excludes.length);
        }
        if (words.includes("No lead is clear")) expect(words).not.toMatch(/lead is clear in/u);
        const together =
          /All (\d+) people together: (\d+|no one) moved toward For, (\d+|no one) toward/u.exec(words);
        const people = all.flat(2).reduce((sum, each) => sum + each, 0);
        expect(Number(together?.[1] ?? 0)).toBe(people);
        const stayed = all.reduce((sum, [a, b, c]) => sum + (a?.[0] ?? 0) + (b?.[1] ?? 0) + (c?.[2] ?? 0), 0);
        const moved = [together?.[2], together?.[3]].map((text) =>
          Number(text === "no one" ? 0 : (text ?? 0)),
        );
        expect((moved[0] ?? 0) + (moved[1] ?? 0)).toBe(people - stayed);
      }),
      { numRuns: 150 },
    );
  });

  test("the spread is worded as Q, its degrees and its probability are", () => {
    fc.assert(
      fc.property(classes, (all) => {
        const comparison = comparisonOf(all);
        const words = wordsOf(createElement(ComparisonView, { comparison, choices: [] }));
        const { Q, df, pQ } = comparison;
        expect(words.includes("Do the sections differ?")).toBe(Q !== null);
        expect(words.includes("differ no more than")).toBe(Q !== null && df !== null && Q <= df);
        expect(words.includes("did not go the same way")).toBe(pQ !== null && pQ < 0.05);
        expect(words.includes("easy to miss")).toBe(pQ !== null && pQ >= 0.05);
        expect(words.includes("Average section")).toBe(comparison.pooled !== null);
      }),
      { numRuns: 25 },
    );
  });
});

test("[V22] a page of sections with names of any kind, and without", () => {
  const names = ["😀".repeat(60), "三限・月曜日", undefined, "<b>x</b>", "x".repeat(60)];
  const comparison = comparisonOf([CLEAR_FOR, LEVEL, undecided(1, 0), EMPTY, CLEAR_AGAINST], names);
  const markup = markupOf(createElement(ComparisonView, { comparison, choices: [] }));
  expect(markup).toContain("😀".repeat(60));
  expect(markup).toContain("&lt;b&gt;x&lt;/b&gt;");
  expect(markup).not.toContain("NaN");
  for (const { code } of comparison.sections) expect(markup).toContain(`href="/results/${code}"`);
  expect(markup).toContain("/api/compare?codes=ABC100,ABC101,ABC102,ABC103,ABC104&amp;format=csv");
});
