import { type ComponentProps, createElement } from "react";
import { expect, test } from "vitest";
import { paperLink } from "#app/results/paper/paper-link.ts";
import { Report } from "#app/results/paper/Report.tsx";
import { Sheet } from "#app/results/paper/Sheet.tsx";
import { Summary } from "#app/results/paper/Summary.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { countResults, type Results } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import type { ResultsPage } from "#debate/protocol/pages.ts";
import { StoredSettings } from "#debate/rules/settings.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { markupOf, textsInJapanese, wordsOf } from "#tests/support/markup.tsx";
import { ballot, ballotsOf, matrix, rebuttal, session } from "#tests/unit/debate/counting/classroom.ts";

const PLANNED = matrix("7 1 1 / 4 8 1 / 5 1 2");
const PARAGRAPH = { side: "against", n: 3 } as const;
const WHY = "It made clear to me that the numbers were about another decade.";
/** Two who came to For name r2, another one r1. */
const CREDITED: Record<string, string> = {
  "against-for-0": "r2",
  "against-for-1": "r2",
  "undecided-for-0": "r1",
};
const left = Array.from({ length: 6 }, (_, i) => ballot(`left-${i}`, "before", "for"));
const input = session({
  positions: BUILT_IN_DEBATE.positions,
  ballots: [...ballotsOf(PLANNED), ...left].map((each) => {
    const rebuttalId = each.round === "after" ? CREDITED[each.participantId] : undefined;
    return rebuttalId ? { ...each, credit: { rebuttalId, without: "against", why: WHY } } : each;
  }),
  rebuttals: [
    rebuttal("r1"),
    rebuttal("r2", { quote: { ...PARAGRAPH, exact: "Geography does not bargain." } }),
    rebuttal("r3", { side: "against" }),
  ],
});
const counted = countResults(input);

const pageOf = (results: Results, more: Partial<ResultsPage> = {}): ResultsPage => ({
  results,
  debate: BUILT_IN_DEBATE,
  settings: StoredSettings.parse({}),
  name: "Period 3, Monday",
  heldAt: Date.UTC(2026, 10, 23, 9),
  isOpen: true,
  isHost: false,
  canCompare: false,
  ...more,
});
const report = (page: ResultsPage, isClassVersion = false) => createElement(Report, { page, isClassVersion });
const summary = (page: ResultsPage) => createElement(Summary, { page });

test("[V38] in a phone's window no letter of the report's charts is smaller than 11 pixels", () => {
  const guesses = [40, 44].map((share, at) => ({ participantId: `${at}`, share }));
  const markup = markupOf(report(pageOf(countResults({ ...input, guesses }))));
  const charts = [...markup.matchAll(/<svg viewBox="0 \S+ (\d+) [^>]*>.*?<\/svg>/gu)]
    .filter(([chart]) => !/^<svg[^>]*class="[^"]*\bhidden md:block/u.test(chart))
    .map(([chart, width]) => ({
      width: Number(width),
      sizes: [...chart.matchAll(/font-size="([\d.]+)"/gu)].map(([, size]) => Number(size)),
    }))
    .filter(({ sizes }) => sizes.length > 0);
  expect(charts).toHaveLength(4);
  // The sheet's margins leave 288 of 320 pixels.
  for (const { width, sizes } of charts)
    expect((Math.min(...sizes) * 288) / width).toBeGreaterThanOrEqual(11);
});

test("[V23] the report says which session it was, and every figure", () => {
  const words = wordsOf(report(pageOf(counted)));
  for (const said of [
    "Period 3, Monday · Session ABC234 · November 23, 2026",
    "For is ahead, a hint and not proof. Six people missed the first or the last vote: their missing answers could change which side is ahead. From 9 to 16 of the 30 who voted twice",
    // Of the flow: Against before, by their answer after.
    "Against 4 8 1 13",
    "For 9 16 gained 23.3 points 1.1 to 42.6 points gained",
    "Lead: For’s change minus Against’s 33.3 points toward For from 1.7 points toward Against to 63.3 toward For",
    "Five answers would end the lead; one would make it a clear win.",
    "For 2 say they would have voted otherwise Body of r2 Answers Dmitri Trenin, paragraph 3: Geography does not bargain.",
    "only before 6",
    "What this can and cannot say",
  ])
    expect(words.replace(/[\u2068\u2069]/gu, "")).toContain(said);
  expect(words).not.toContain("The host’s copy");
});

test("[V23] the report's charts say what they show, and its tables name rows and columns", () => {
  const markup = markupOf(report(pageOf(counted)));
  const figures = [...markup.matchAll(/<figure aria-label="([^"]*)"/gu)].map(([, label]) => label);
  expect(figures).toEqual([
    expect.stringContaining("For went from 9 to 16, Against from 13 to 10, undecided from 8 to 4."),
    "For: gained 23.3 points (line: 1.1 to 42.6 points gained). Against: lost 10 points, but the line includes 0 (line: from 27.5 points lost to 8.7 gained). Lead: 33.3 points toward For, but the line includes 0 (line: from 1.7 points toward Against to 63.3 toward For).",
    expect.stringContaining("Of 100 such classes, about 9 would split"),
  ]);
  const tables = markup.match(/<table.*?<\/table>/gsu) ?? [];
  expect(tables).toHaveLength(6);
  for (const table of tables) {
    expect(table).toMatch(/<caption/u);
    expect(table).toMatch(/scope="col"/u);
    expect(table).toMatch(/scope="row"/u);
  }
  expect(markup.match(/<h1/gu)).toHaveLength(1);
});

test("[V23] the host's copy says that it shows more, and the class's says what is left out", () => {
  const told = forClass(counted, input, { isClosed: false, chance: () => 0.3 });
  const hosts = pageOf({ ...counted, withheld: told.withheld }, { isHost: true });
  expect(wordsOf(report(hosts))).toContain("The host’s copy: it shows more than the class sees.");
  for (const words of [
    wordsOf(report(pageOf(told))),
    wordsOf(report(pageOf(told, { isHost: true }), true)),
  ]) {
    expect(words).not.toContain("The host’s copy");
    expect(words).toContain("This flow is rounded to fives and slightly blurred");
    expect(words).toContain("What is left out here");
    expect(words).toContain("The words that people say moved them are left out");
    expect(words).toContain("Exact counts are left out so that no one can be singled out.");
    expect(words).toContain("What the missing votes could change is left out");
    for (const kept of ["33.3 points", "2 say they would", "only before 6", "Persuasive to: For"])
      expect(words).not.toContain(kept);
  }
});

test("[V23] before the results are open, the host's copy leads to no class's version", () => {
  const bar = (isOpen: boolean) => {
    const page = pageOf({ ...counted, withheld: ["flow"] }, { isHost: true, isOpen });
    return wordsOf(
      createElement(Sheet, { page, paper: "report", isClassVersion: false } as ComponentProps<typeof Sheet>),
    );
  };
  expect(bar(true)).toContain("Show the class’s version");
  expect(bar(false)).not.toContain("Show the class’s version");
  expect(bar(false)).toContain("You can show the class’s version once its results are open.");
});

test("[V23] the summary has three numbers: who took part, who changed their answer, what would end the lead", () => {
  const words = wordsOf(summary(pageOf(counted)));
  for (const said of [
    "people voted both times 30",
    "people changed their answer 13",
    "different answers would end the lead 5",
    "It doesn’t say which side is right",
  ])
    expect(words).toContain(said);
  expect(words).not.toMatch(/Mid-p|chi-squared|95%/u);
});

test("[A2] a link to the paper keeps the key that opened the results", () => {
  expect(paperLink("ABC234", "report")).toBe("/results/ABC234/report");
  expect(paperLink("ABC234", "summary", { key: "a&b", as: "class" })).toBe(
    "/results/ABC234/summary?key=a%26b&as=class",
  );
  expect(paperLink("ABC234", null, { key: "k" })).toBe("/results/ABC234?key=k");
});

test("[E5] in Japanese, paper has no English words, commas and full stops, and no spaces between sentences", () => {
  const expert = { name: "田中太郎", role: "教授", biography: "研究者" };
  const [pro, against] = BUILT_IN_DEBATE.positions;
  const inJapanese = ({ paragraphs }: Debate["positions"][number]) => ({
    ...{ expert, paragraphs: paragraphs.map(({ n }) => ({ n, text: "本文です。" })) },
  });
  const rebuttals = counted.rebuttals.map((each) => ({
    ...each,
    body: "反論です。",
    ...(each.quote && { quote: { ...each.quote, exact: "引用" } }),
  }));
  const page = pageOf(
    { ...counted, rebuttals, resolution: "論題" },
    {
      name: "3限",
      debate: {
        ...BUILT_IN_DEBATE,
        resolution: "論題",
        rights: "権利",
        positions: [
          { ...pro, ...inJapanese(pro) },
          { ...against, ...inJapanese(against) },
        ],
      },
    },
  );
  const texts = [report(page), summary(page)].flatMap(textsInJapanese);
  expect(texts).toContain("賛成がリードしていますが、確かな差とまでは言えません。");
  expect(texts).toContain("3限 · セッションABC234 · 2026年11月23日");
  const japanese =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。：）」] [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「（]/u;
  const english = /[A-Za-z]{2,}|[.,:;](?!\d)/u;
  const known = /ABC234|Resolved|PNG|SVG|Bonett|Price|McNemar|mid-p|Stuart|Maxwell/gu;
  expect(texts.filter((text) => japanese.test(text) || english.test(text.replace(known, "")))).toEqual([]);
});
