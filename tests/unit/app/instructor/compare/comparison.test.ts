import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { ComparisonView } from "#app/instructor/compare/ComparisonView.tsx";
import { forestAxis, lineOn } from "#app/instructor/compare/forest-axis.ts";
import { SectionsHeadline } from "#app/instructor/compare/SectionsHeadline.tsx";
import { margin } from "#debate/counting/margin.ts";
import { movement } from "#debate/counting/movement.ts";
import { type Comparison, compareSections } from "#debate/counting/sections.ts";
import { markupOf, textsInJapanese, wordsOf } from "#tests/support/markup.tsx";
import { type Counts, matrix, movesOf } from "#tests/unit/debate/counting/classroom.ts";

/** Fewer than the server's, which take a while with 20 sections. */
const DEALS = 99;

/** The comparison of sections in which so many people went from each answer to each. */
function comparisonOf(classes: readonly Counts[], names: readonly (string | undefined)[] = []): Comparison {
  const moves = classes.map(movesOf);
  return {
    ...compareSections(moves, DEALS),
    resolution: "The class is right.",
    experiment: null,
    sections: moves.map((each, place) => {
      const paired = movement(each, "before", "after");
      const name = names[place];
      return {
        code: `ABC${100 + place}`,
        ...(name !== undefined && { name }),
        date: "2026-11-02T09:00:00.000Z",
        n: paired.n,
        margin: margin(each),
        paired,
      };
    }),
  };
}

const EMPTY: Counts = matrix("0 0 0 / 0 0 0 / 0 0 0");

/** So many people who moved from undecided to For and to Against, and who stayed undecided. */
const undecided = (toFor: number, toAgainst: number, stayed = 0): Counts => [
  [],
  [],
  [toFor, toAgainst, stayed],
];

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

// 12 toward For, none away: clear. 3 toward each: level. 4 to 3: too close.
const CLEAR_FOR = undecided(12, 0, 8);
const CLEAR_AGAINST = undecided(0, 12, 8);
const LEVEL = undecided(3, 3, 10);
const CLOSE_FOR = undecided(4, 3, 20);
const CLOSE_AGAINST = undecided(3, 4, 20);

describe("[V22] [V46] the headline counts classes, and says in the same sentence how many leads are clear", () => {
  test.each<[what: string, classes: Counts[], words: string]>([
    [
      "both of two, neither clear",
      [CLOSE_FOR, CLOSE_FOR],
      "For came out ahead in both classes, clearly in none. All 54 people together: 8 moved toward For, 6 toward Against.",
    ],
    [
      "a split of four, one lead of four clear",
      [CLEAR_FOR, CLOSE_FOR, CLOSE_AGAINST, CLOSE_AGAINST],
      "Split: For came out ahead in 2 classes (clearly in 1), Against in 2 (clearly in none). All 101 people together: 22 moved toward For, 11 toward Against.",
    ],
    [
      "nobody who moved",
      [undecided(0, 0, 9), undecided(0, 0, 3)],
      "Too few people moved to tell. In each class, fewer than five people changed their answer. All 12 people together: no one moved toward For, no one toward Against.",
    ],
    [
      "one person in all",
      [undecided(1, 0), EMPTY],
      "Only one class has people who voted twice. In one class no one voted twice, so it is left out. The one person who voted twice: 1 moved toward For, no one toward Against.",
    ],
  ])("%s", (_, classes, words) => {
    expect(said(classes)).toBe(words);
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
      }),
      { numRuns: 150 },
    );
  });
});

test("[S20] [V46] the page says that classes differ where fewer than 5 of 100 deals do as much, and has no sign", () => {
  const counted = comparisonOf([CLEAR_FOR, CLOSE_FOR]);
  for (const [differ, isPlain] of [
    [0.04, true],
    [0.05, false],
  ] as const) {
    const comparison = { ...counted, differ };
    const words = wordsOf(createElement(ComparisonView, { comparison, choices: [] }));
    expect(words.includes("differ more than chance usually makes")).toBe(isPlain);
    expect(words.includes("Chance alone could make the classes differ this much.")).toBe(!isPlain);
    expect(words).toContain(`In about ${100 * differ} of 100 such deals`);
    expect(words).not.toMatch(/[−+-]\d|I²|\bQ =/u);
  }
});

test.each([
  [14, "in 28 would come out clear by chance."],
  [15, "in 28 would come out clear by chance: here about 1 of 15 classes."],
])("[S22] of %i classes the page says how many would come out clear by chance", (count, words) => {
  expect(wordsOfHead([...Array(count).fill(LEVEL), EMPTY])).toContain(words);
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

test("[V22] the line of a single person leaves the picture, and its mark stays in it", () => {
  // 12 of 20 toward For: +60; one person: +100, with a line from -89.5 to +146.6.
  const comparison = comparisonOf([undecided(12, 0, 8), undecided(1, 0)]);
  const axis = forestAxis(comparison);
  expect([axis.low, axis.high]).toEqual([-20, 100]);
  const interval = comparison.sections[1]?.margin?.interval ?? [0, 0];
  expect(lineOn(axis, interval)).toEqual({ from: 0, to: 100, leaves: { left: true, right: true } });
  expect(lineOn(axis, [20, 80])).toEqual({
    from: (100 * 40) / 120,
    to: (100 * 100) / 120,
    leaves: { left: false, right: false },
  });
});

test("[V22] where all classes are that small, their lines are in the picture", () => {
  const axis = forestAxis(comparisonOf([undecided(1, 0), undecided(0, 1), EMPTY]));
  expect([axis.low, axis.high]).toEqual([-150, 150]);
});
