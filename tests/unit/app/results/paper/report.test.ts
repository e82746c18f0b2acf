import { type ComponentProps, createElement } from "react";
import { expect, test } from "vitest";
import { paperLink } from "#app/results/paper/paper-link.ts";
import { Report } from "#app/results/paper/Report.tsx";
import { Sheet } from "#app/results/paper/Sheet.tsx";
import { Summary } from "#app/results/paper/Summary.tsx";
import { ResultsView } from "#app/results/ResultsView.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Debate } from "#debate/content/debate.ts";
import { countResults, type Results } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { topRebuttals } from "#debate/counting/top-rebuttals.ts";
import type { ResultsPage } from "#debate/protocol/pages.ts";
import { StoredSettings } from "#debate/rules/settings.ts";
import { markupOf, textsInJapanese, wordsOf } from "#tests/support/markup.tsx";
import { ballot, ballotsOf, rebuttal, session } from "#tests/unit/debate/counting/classroom.ts";

const PLANNED = [
  [7, 1, 1],
  [4, 8, 1],
  [5, 1, 2],
];
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
    "36 people voted before the debate and 30 after it. 30 did both.",
    "Shinji Hyodo",
    "Dmitri Trenin",
    // Of the flow: Against before, by their answer after.
    "Against 4 8 1 13",
    "For 9 16 gained 23.3 points 1.1 to 42.6 points gained",
    "Lead: For’s change minus Against’s 33.3 points toward For from 1.7 points toward Against to 63.3 toward For",
    "stayed: the same answer twice 17 57%",
    "Five answers would end the lead; one would make it a clear win.",
    "about 9 would split as unevenly as yours or more.",
    "For 2 say they would have voted otherwise Body of r2 Answers Dmitri Trenin, paragraph 3: Geography does not bargain.",
    "Before 15 13 8 36",
    "only before 6",
    "What this can and cannot say",
  ])
    expect(words.replace(/[\u2068\u2069]/gu, "")).toContain(said);
  expect(words).not.toContain("The host’s copy");
});

test("[V23] where no one voted twice, summary and report say once who voted", () => {
  const before = [ballot("ada", "before", "for"), ballot("ben", "before", "against")];
  for (const ballots of [[], before]) {
    const page = pageOf(countResults(session({ positions: BUILT_IN_DEBATE.positions, ballots })));
    for (const paper of [summary(page), report(page)]) {
      const words = wordsOf(paper);
      expect(words).toContain("No verdict.");
      expect(words).not.toContain("voted before the debate and");
      expect(words).not.toMatch(/No one did both.*No one did both/u);
    }
    expect(wordsOf(summary(page))).not.toContain("No one did both");
  }
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

test("[V23] a session before its results says on paper that votes can still change", () => {
  const page = pageOf({ ...counted, phase: "after" }, { isHost: true, isOpen: false });
  for (const element of [report(page), summary(page)])
    expect(wordsOf(element)).toContain("Only the host can see this so far. Votes can still change.");
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

test("[K1] on paper those persuaded add up, also with some who did not vote before", () => {
  const endorsements = [{ participantIds: ["for-for-0", "late", "later"], rebuttalId: "r1" }];
  expect(wordsOf(report(pageOf(countResults({ ...input, endorsements }))))).toContain(
    "Persuasive to: For 1, Against 0, Undecided 0, + 2 who did not vote before",
  );
});

test("[Z2] paper says that the class sees which side had more movement only where it does", () => {
  for (const n of [3, 4]) {
    const few = session({ ballots: ballotsOf([[n]]) });
    const told = forClass(countResults(few), few, { isClosed: true, chance: () => 0.3 });
    expect(wordsOf(report(pageOf(told))).includes("It sees which side had more movement")).toBe(n === 4);
  }
});

test("[Y10] report and summary say once how many voted on paper, also where no one voted twice", () => {
  const unpaired = countResults({ ...input, ballots: left });
  for (const results of [counted, unpaired])
    for (const element of [report, summary]) {
      expect(
        wordsOf(element(pageOf({ ...results, onPaper: 3 }))).split("3 people voted on paper."),
      ).toHaveLength(2);
      expect(wordsOf(element(pageOf(results)))).not.toContain("on paper.");
    }
});

test("[V14] [V23] while a reveal goes on, paper says that the results are not open", () => {
  const page = pageOf({ ...counted, phase: "results" }, { isHost: true, isOpen: false });
  for (const element of [report(page), summary(page)])
    expect(wordsOf(element)).toContain("Only the host can see this so far. The results are not open yet.");
  for (const element of [report({ ...page, isOpen: true }), summary({ ...page, isOpen: true })])
    expect(wordsOf(element)).not.toContain("Only the host can see this");
});

test("[V23] the report says how many rebuttals it shows, and in an order that it knows", () => {
  const says = (given: Partial<Results>) => wordsOf(report(pageOf({ ...counted, ...given })));
  expect(says({ commonGround: [] })).toContain(
    "All 3 rebuttals: those that the most people named come first, then those that persuaded both camps, then the most persuasive.",
  );
  expect(says({ rebuttalsInAll: 9, commonGround: null })).toContain(
    "3 rebuttals of 9: those that the most people named come first, then the most persuasive.",
  );
  const one = says({ rebuttals: counted.rebuttals.slice(0, 1) });
  expect(one).toContain("The only rebuttal.");
  expect(one).not.toContain("named come first");
  const withheld = counted.rebuttals.map((each) => ({ ...each, credits: null, movers: null }));
  const paragraphs = counted.paragraphs.map((each) => ({ ...each, credits: null, movers: null }));
  expect(says({ rebuttals: withheld, paragraphs, commonGround: ["r3"] })).toContain(
    "All 3 rebuttals: those that persuaded both camps come first, then the most persuasive.",
  );
  const least = says({ rebuttals: withheld, paragraphs, commonGround: null });
  expect(least).toContain("All 3 rebuttals: the most persuasive come first.");
});

test("[S9] with fewer than five movers paper claims no lead, and what would undo the difference is beside the swings", () => {
  const few = [
    [2, 0, 0],
    [1, 1, 0],
    [0, 0, 1],
  ];
  const page = pageOf(countResults(session({ ballots: ballotsOf(few) })));
  expect(wordsOf(summary(page))).toContain("rebuttals written 0");
  expect(wordsOf(report(page))).toContain("1 person answering differently would undo this difference.");
  for (const element of [report(page), summary(page)]) expect(wordsOf(element)).not.toContain("end the lead");
});

test.each([4, 5])(
  "[S9] [S10] of %i movers: nothing is said about chance where these are too few",
  (movers) => {
    const results = countResults(session({ ballots: ballotsOf([[6, movers]]) }));
    const isTold = movers === 5;
    expect(results.tests?.coin).toBeCloseTo(movers === 4 ? 0.125 : 0.0625, 9);
    const page = createElement(ResultsView, { results, debate: BUILT_IN_DEBATE, isHost: false });
    for (const element of [report(pageOf(results)), page]) {
      const words = wordsOf(element);
      for (const said of ["tossed one coin", "The coin", "Mid-p"])
        expect(words.includes(said), said).toBe(isTold);
    }
  },
);

test.each([
  [0, []],
  [1, [[0, 1, 0]]],
  [2, [[1, 1, 0]]],
  [
    5,
    [
      [1, 0, 0],
      [2, 0, 0],
      [1, 1, 0],
    ],
  ],
])("[V23] a class of %i has a report and a summary", (people, matrix) => {
  const page = pageOf(countResults(session({ ballots: ballotsOf(matrix) })));
  for (const element of [report(page), summary(page)]) {
    const words = wordsOf(element);
    expect(words).not.toMatch(/NaN|undefined|Infinity/u);
    expect(words).toContain(people === 0 ? "No verdict." : `voted both times`);
  }
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

test("[V23] the summary says what the class did, and no more", () => {
  const pairs = ballotsOf(PLANNED);
  const did = (given: Parameters<typeof session>[0]) =>
    /Students [^.]*\./u.exec(wordsOf(summary(pageOf(countResults(session(given))))))?.[0];
  const rebuttals = [rebuttal("r1")];
  const first = pairs.filter(({ round }) => round === "before");
  const last = pairs.filter(({ round }) => round === "after");
  expect(did({ ballots: pairs, rebuttals })).toBe(
    "Students voted, read both positions, wrote rebuttals, and voted again.",
  );
  expect(did({ ballots: pairs })).toBe("Students voted, read both positions, and voted again.");
  expect(did({ ballots: first, rebuttals })).toBe(
    "Students voted, read both positions, and wrote rebuttals.",
  );
  expect(did({ ballots: last })).toBe("Students read both positions and voted.");
  expect(did({ rebuttals })).toBe("Students read both positions and wrote rebuttals.");
  expect(did({ ballots: first, phase: "before" })).toBe("Students voted.");
  // With no one there it says nothing, and without a second vote that no one changed an answer.
  expect(did({})).toBeUndefined();
  for (const ballots of [[], first])
    expect(wordsOf(summary(pageOf(countResults(session({ ballots })))))).not.toContain("What this shows");
});

test("[V23] rebuttals that moved the most votes come first, then common ground", () => {
  const ids = (results: Results, room: number) => topRebuttals(results, room).map(({ id }) => id);
  expect(ids(counted, 6)).toEqual(["r2", "r1", "r3"]);
  expect(ids(counted, 1)).toEqual(["r2"]);
  const without = { ...counted, rebuttals: counted.rebuttals.map((each) => ({ ...each, credits: null })) };
  expect(ids({ ...without, commonGround: ["r3"] }, 1)).toEqual(["r3"]);
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
