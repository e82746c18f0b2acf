import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { ComparisonView } from "#app/instructor/compare/ComparisonView.tsx";
import { SectionsHeadline } from "#app/instructor/compare/SectionsHeadline.tsx";
import { markupOf, textsInJapanese, wordsOf } from "#tests/support/markup.tsx";
import type { Counts } from "#tests/unit/debate/counting/classroom.ts";
import { comparisonOf, EMPTY, undecided } from "./comparison.ts";

const SAMPLE =
  "Your classes are not a random sample. Read this as what happened in these classes, not as what would happen in others.";
const BY_CHANCE =
  / Even if no debate moved anyone, about one class of 30 students in 28 would come out clear by chance[^.]*\.$/u;

const wordsOfHead = (classes: readonly Counts[]) =>
  wordsOf(createElement(SectionsHeadline, { comparison: comparisonOf(classes) }));

/** The headline and what stands under it, without what is said of all sections. */
function said(classes: readonly Counts[]): string {
  const words = wordsOfHead(classes).replace(BY_CHANCE, "");
  expect(words.endsWith(SAMPLE)).toBe(true);
  return words.slice(0, -SAMPLE.length).trim();
}

// 12 toward For, none away: clear. 3 toward each: level. 4 to 3: too close. 3 movers: too few.
const CLEAR_FOR = undecided(12, 0, 8);
const CLEAR_AGAINST = undecided(0, 12, 8);
const LEVEL = undecided(3, 3, 10);
const CLOSE_FOR = undecided(4, 3, 20);
const CLOSE_AGAINST = undecided(3, 4, 20);
const FEW_FOR = undecided(2, 1, 20);
// Nine of 200 moved, all toward For: 4.5 points, and the line excludes 0.
const SMALL_FOR: Counts = [
  [95, 0, 0],
  [0, 95, 0],
  [9, 0, 1],
];

describe("[V22] [V46] the headline counts classes, and says in the same sentence how many leads are clear", () => {
  test.each<[what: string, classes: Counts[], words: string]>([
    [
      "one side ahead in all of five",
      [CLEAR_FOR, CLEAR_FOR, CLEAR_FOR, CLEAR_FOR, CLOSE_FOR],
      "For came out ahead in all 5 classes, clearly in 4. All 107 people together: 52 moved toward For, 3 toward Against.",
    ],
    [
      "most of five",
      [CLEAR_FOR, CLEAR_FOR, CLOSE_FOR, FEW_FOR, CLEAR_AGAINST],
      "For came out ahead in 3 of 5 classes, clearly in 2. Against came out ahead in 1 (clearly). In 1, too few people moved to tell. All 110 people together: 30 moved toward For, 16 toward Against.",
    ],
    [
      "both of two, neither clear",
      [CLOSE_FOR, CLOSE_FOR],
      "For came out ahead in both classes, clearly in none. All 54 people together: 8 moved toward For, 6 toward Against.",
    ],
    [
      "both of two, both clear",
      [CLEAR_FOR, CLEAR_FOR],
      "For came out clearly ahead in both classes. All 40 people together: 24 moved toward For, no one toward Against.",
    ],
    [
      "a split of four, one lead of four clear",
      [CLEAR_FOR, CLOSE_FOR, CLOSE_AGAINST, CLOSE_AGAINST],
      "Split: For came out ahead in 2 classes (clearly in 1), Against in 2 (clearly in none). All 101 people together: 22 moved toward For, 11 toward Against.",
    ],
    [
      "a split of two",
      [CLEAR_FOR, CLEAR_AGAINST],
      "Split: For came out ahead in one class (clearly), Against in one (clearly). All 40 people together: 12 moved toward For, 12 toward Against.",
    ],
    [
      "a split with one level",
      [CLEAR_AGAINST, LEVEL, CLEAR_FOR],
      "Split: For came out ahead in one class (clearly), Against in one (clearly). One ended exactly level. All 56 people together: 15 moved toward For, 15 toward Against.",
    ],
    [
      "level in both",
      [LEVEL, LEVEL],
      "Exactly level in both classes. All 32 people together: 6 moved toward For, 6 toward Against.",
    ],
    [
      "nobody who moved",
      [undecided(0, 0, 9), undecided(0, 0, 3)],
      "Too few people moved to tell. In each class, fewer than five people changed their answer. All 12 people together: no one moved toward For, no one toward Against.",
    ],
    [
      "one person each",
      [undecided(1, 0), undecided(0, 1)],
      "Too few people moved to tell. In each class, fewer than five people changed their answer. Both people together: 1 moved toward For, 1 toward Against.",
    ],
    [
      "one person in all",
      [undecided(1, 0), EMPTY],
      "Only one class has people who voted twice. In one class no one voted twice, so it is left out. The one person who voted twice: 1 moved toward For, no one toward Against.",
    ],
    [
      "one class with people",
      [CLEAR_FOR, EMPTY],
      "Only one class has people who voted twice. In one class no one voted twice, so it is left out. All 20 people together: 12 moved toward For, no one toward Against.",
    ],
    [
      "one level, and one with too few",
      [LEVEL, FEW_FOR],
      "Neither side came out ahead. One ended exactly level. In 1, too few people moved to tell. All 39 people together: 5 moved toward For, 4 toward Against.",
    ],
    [
      "a side that leads more often, and only the other clearly",
      [CLOSE_FOR, CLOSE_FOR, CLEAR_AGAINST],
      "For came out ahead in 2 of 3 classes, clearly in none. Against came out ahead in 1 (clearly). All 74 people together: 8 moved toward For, 18 toward Against.",
    ],
    ["no people at all", [EMPTY, EMPTY], "No one voted twice in these classes."],
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
      "Against came out clearly ahead in 2 of 3 classes. In 1, too few people moved to tell. All 65 people together: 3 moved toward For, 25 toward Against.",
    ],
  ])("%s", (_, classes, words) => {
    expect(said(classes)).toBe(words);
  });

  test("a lead of less than 5 points is not called clear, however many people are behind it", () => {
    // 40 of 1,000 moved toward For and none away: 4 points, and a line far from 0.
    const small = undecided(40, 0, 960);
    const { sections } = comparisonOf([small, small]);
    expect(sections[0]?.margin?.standing).toBe("clear");
    expect(said([small, small])).toContain("For came out ahead in both classes, clearly in none.");
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

describe("[V22] whatever the classes are", () => {
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
        const share = /^(For|Against) came out (?:clearly )?ahead in (\d+) of (\d+) classes\b/u.exec(words);
        if (share) {
          const own = share[1] === "For" ? toFor : toAgainst;
          const others = share[1] === "For" ? toAgainst : toFor;
          expect([Number(share[2]), Number(share[3])]).toEqual([own, counted.length]);
          expect(own).toBeGreaterThan(others);
        }
        const whole = /^(For|Against) came out (?:clearly )?ahead in (?:both|all (\d+)) classes\b/u.exec(
          words,
        );
        if (whole) {
          expect(whole[1] === "For" ? toFor : toAgainst).toBe(counted.length);
          expect(Number(whole[2] ?? 2)).toBe(counted.length);
        }
        const split = /^Split: For came out ahead in (\w+) class(?:es)? \([^)]+\), Against in (\w+) \(/u.exec(
          words,
        );
        if (split) {
          expect(numberIn(words, /ahead in (\w+) class/u)).toBe(toFor);
          expect(numberIn(words, /Against in (\w+) \(/u)).toBe(toAgainst);
        }
        expect(words.startsWith("Split")).toBe(split !== null);
        // A side that is ahead where its line includes 0, or by less than 5 points, is not ahead "clearly".
        for (const side of ["For", "Against"] as const) {
          const excludes = comparison.sections.filter(({ margin, n }, place) => {
            const lead = ahead(all[place] ?? []) * (side === "For" ? 1 : -1);
            const ends = (margin?.interval ?? [0, 0]).map((end) => end * (side === "For" ? 1 : -1));
            const counts = movers(all[place] ?? []) >= 5;
            return counts && lead * 100 >= 5 * n && n > 0 && ends.every((end) => end > 0);
          }).length;
          const leads = side === "For" ? toFor : toAgainst;
          const sentences = words.split(/(?<=\.)\s|, (?=Against in)/u);
          const own = sentences.filter((each) => new RegExp(`${side} (came out|in )`, "u").test(each));
          expect(own.length).toBe(leads === 0 || counted.length < 2 ? 0 : 1);
          for (const sentence of own) {
            const how = /clearly in (\w+)/u.exec(sentence)?.[1];
            const clear = how === undefined ? leads : how === "none" ? 0 : Number(how);
            expect([sentence, sentence.includes("clearly"), clear]).toEqual([sentence, true, excludes]);
          }
        }
        const together =
          /(?:All ([\d,]+)|Both) people together: ([\d,]+|no one) moved toward For, ([\d,]+|no one) toward/u.exec(
            words,
          );
        const people = all.flat(2).reduce((sum, each) => sum + each, 0);
        const number = (text: string) => Number(text.replace(",", ""));
        if (people !== 1) expect(together ? number(together[1] ?? "2") : 0).toBe(people);
        const stayed = all.reduce((sum, [a, b, c]) => sum + (a?.[0] ?? 0) + (b?.[1] ?? 0) + (c?.[2] ?? 0), 0);
        const moved = [together?.[2], together?.[3]].map((text) =>
          text === "no one" ? 0 : number(text ?? "0"),
        );
        if (people !== 1) expect((moved[0] ?? 0) + (moved[1] ?? 0)).toBe(people - stayed);
      }),
      { numRuns: 150 },
    );
  });

  test("[S20] [V46] the page says that classes differ where fewer than 5 of 100 deals do as much, and shows no sign", () => {
    fc.assert(
      fc.property(classes, fc.double({ min: 0.0001, max: 1, noNaN: true }), (all, chance) => {
        const counted = comparisonOf(all);
        const differ = counted.differ === null ? null : chance;
        const comparison = { ...counted, differ };
        const words = wordsOf(createElement(ComparisonView, { comparison, choices: [] }));
        expect(words.includes("Do the classes differ?")).toBe(differ !== null);
        const deals = differ === null ? Number.NaN : Math.round(100 * differ);
        expect(words.includes("differ more than chance usually makes")).toBe(deals < 5);
        expect(words.includes("Chance alone could make the classes differ this much.")).toBe(deals >= 5);
        expect(words.includes("easy to miss")).toBe(deals >= 5);
        if (deals >= 1 && deals < 100) expect(words).toContain(`In about ${deals} of 100 such deals`);
        expect(words.includes("Average class")).toBe(comparison.pooled !== null);
        expect(words).not.toMatch(/[−+-]\d|I²|\bQ =/u);
      }),
      { numRuns: 25 },
    );
  });
});

test.each([
  [0.0001, "In fewer than 1 of 100 such deals"],
  [0.3, "In about 30 of 100 such deals"],
  [1, "In almost all such deals"],
])("[S20] [V46] a share of %d is said as a number of deals, without a p", (differ, words) => {
  const comparison = { ...comparisonOf([CLEAR_FOR, CLOSE_FOR]), differ };
  const page = wordsOf(createElement(ComparisonView, { comparison, choices: [] }));
  expect(page).toContain(
    `dealt to the classes by lot. ${words} the classes would differ at least this much.`,
  );
  expect(page).not.toMatch(/\bp\b/u);
});

test.each([
  [2, "in 28 would come out clear by chance."],
  [14, "in 28 would come out clear by chance."],
  [15, "in 28 would come out clear by chance: here about 1 of 15 classes."],
  [20, "in 28 would come out clear by chance: here about 1 of 20 classes."],
])("[S22] of %i classes the page says how many would come out clear by chance", (count, words) => {
  expect(wordsOfHead([...Array(count).fill(LEVEL), EMPTY])).toContain(words);
});

test("[S22] of one class, or of none, the page says nothing about chance", () => {
  for (const all of [
    [CLEAR_FOR, EMPTY],
    [EMPTY, EMPTY],
  ])
    expect(wordsOfHead(all)).not.toContain("chance");
});

test("[S15] the table calls a lead under 5 points whose line excludes 0 a small lead", () => {
  const view = createElement(ComparisonView, {
    comparison: comparisonOf([SMALL_FOR, LEVEL]),
    choices: [],
  });
  expect(wordsOf(view)).toContain("a small lead");
  expect(textsInJapanese(view)).toContain("わずかなリード");
});

test("[V46] leads and their lines are said in words, in both languages", () => {
  const view = createElement(ComparisonView, {
    comparison: comparisonOf([CLOSE_AGAINST, CLEAR_FOR, LEVEL]),
    choices: [],
  });
  const words = wordsOf(view);
  for (const lead of ["Against by 3.7", "For by 60", "level", "For 25.6 to 81.1", "Against 26 to For 19.2"])
    expect(words).toContain(lead);
  const japanese = textsInJapanese(view).join(" ");
  for (const lead of ["反対へ3.7", "賛成へ60", "差なし", "賛成へ25.6〜81.1", "反対へ26〜賛成へ19.2"])
    expect(japanese).toContain(lead);
  expect(japanese).not.toMatch(/[−+-]\d/u);
});

test("[V22] a page of classes with names of any kind, and without", () => {
  const names = ["😀".repeat(60), "三限・月曜日", undefined, "<b>x</b>", "x".repeat(60)];
  const comparison = comparisonOf([CLEAR_FOR, LEVEL, undecided(1, 0), EMPTY, CLEAR_AGAINST], names);
  const markup = markupOf(createElement(ComparisonView, { comparison, choices: [] }));
  expect(markup).toContain("😀".repeat(60));
  expect(markup).toContain("&lt;b&gt;x&lt;/b&gt;");
  expect(markup).not.toContain("NaN");
  for (const { code } of comparison.sections) expect(markup).toContain(`href="/results/${code}"`);
  expect(markup).toContain("/api/compare?codes=ABC100,ABC101,ABC102,ABC103,ABC104&amp;format=csv");
});
