import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { ResultsView } from "#app/results/ResultsView.tsx";
import { countResults, type Results } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { DEBATE_ROUNDS } from "#debate/rules/choices.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { markupOf, wordsOf } from "#tests/support/markup.tsx";
import { ballot, ballotsOf, matrix, rebuttal, session } from "#tests/unit/debate/counting/classroom.ts";

const PLANNED = matrix("7 1 1 / 4 8 1 / 5 1 2");
const left = Array.from({ length: 6 }, (_, i) => ballot(`left-${i}`, "before", "for"));
const input = session({
  ballots: [...ballotsOf(PLANNED), ...left].map((each) => ({ ...each, confidence: 3 })),
});
const page = (results: Parameters<typeof ResultsView>[0]["results"]) =>
  wordsOf(createElement(ResultsView, { results, debate: BUILT_IN_DEBATE, isHost: false }));

test("[S7] [S8] [S10] [S11] [M8] the results page says it all in words", () => {
  const words = page(countResults(input));
  for (const said of [
    "For is ahead, a hint and not proof. Six people missed the first or the last vote: their missing answers could change which side is ahead. From 9 to 16 of the 30 who voted twice; Against from 13 to 10. Ten moved toward For, 3 toward Against.",
    "33.3 points toward For the line includes 0: from 1.7 points toward Against to 63.3 toward For",
    "Five answers would end the lead; one would make it a clear win.",
    "Against lost 10 points 95% line, which includes 0: from 27.5 points lost to 8.7 gained",
    "With them, the lead could be anything in this range: from 5.6 points toward Against to 27.8 toward For.",
    "Of 100 such classes, about 9 would split as unevenly as yours or more.",
    "Coin: 9 of 100. Mid-p: 0.057.",
    "exact: p = 0.15",
  ])
    expect(words).toContain(said);
  expect(words).not.toMatch(/significant|unlikely to be chance|further apart|closer together/u);
});

test("[Z8] a class with the open code sees a rounded flow, and reads that it is rounded", () => {
  const words = page(forClass(countResults(input), input, { isClosed: false, chance: () => 0.3 }));
  expect(words).toContain("More movement toward For. How sure that is is left out here");
  expect(words).toContain("This flow is rounded to fives and slightly blurred");
  expect(words).not.toContain("would end the lead");
});

test("[M12] the results page shows the guesses of all, and of each camp of which ten guessed, beside what it was", () => {
  const ids = [...new Set(input.ballots.map(({ participantId }) => participantId))];
  const guesses = ids
    .filter((id) => !id.startsWith("undecided-"))
    .map((participantId) => ({ participantId, share: participantId.startsWith("against-") ? 40 : 60 }));
  const words = page(countResults({ ...input, guesses }));
  expect(words).toContain("28 guesses, 51% on average. Of all the last votes, 53% were For.");
  expect(words).toContain("15 people who first voted For guessed 60% on average.");
  expect(words).toContain("13 people who first voted Against guessed 40% on average.");
  expect(words).not.toContain("were undecided at first");
});

describe("links within the results", () => {
  const [first, second] = BUILT_IN_DEBATE.positions[0]?.paragraphs ?? [];
  const sentence = (text = "") => text.slice(0, text.indexOf(".") + 1);
  const quote = (n: number, exact: string) => ({ side: "for" as const, n, exact });
  const credit = {
    rebuttalId: "one",
    without: "undecided" as const,
    why: "Because of what it says of who draws the lines there.",
  };
  const readers = ["for-for-0", "for-for-1", "for-for-2", "for-for-3", "for-for-4"];
  const opponents = readers.map((id) => id.replace("for-for", "against-against"));
  const rich = session({
    ballots: [
      ...ballotsOf(PLANNED).map((each) =>
        each.participantId === "against-for-0" && each.round === "after" ? { ...each, credit } : each,
      ),
      ...left,
    ],
    positions: BUILT_IN_DEBATE.positions,
    rebuttals: [
      rebuttal("one", { quote: quote(1, sentence(first?.text)) }),
      rebuttal("two", { quote: quote(1, sentence(first?.text)), at: 1 }),
      rebuttal("alone", { quote: quote(2, sentence(second?.text)), at: 2 }),
      rebuttal("reply", { replyTo: "one", at: 3 }),
      rebuttal("orphan", { replyTo: "hidden", at: 4 }),
    ],
    endorsements: [...readers, ...opponents].map((participantId) => ({
      participantIds: [participantId],
      rebuttalId: "one",
    })),
  });
  const all = countResults(rich);
  const classOf = (isClosed: boolean) => forClass(countResults(rich), rich, { isClosed, chance: () => 0.3 });
  const few = (counts: number[][]) => countResults(session({ ballots: ballotsOf(counts) }));
  const none = [0, 0, 0];
  const cases: [string, Results, boolean][] = [
    ["a class", all, false],
    ["a host", { ...all, withheld: ["flow", "camps"] }, true],
    ["a class that sees a rounded flow", classOf(false), false],
    ["a class that sees no camps", classOf(true), false],
    ["no one", few([none, none, none]), false],
    ["one person", few([none, [1, 0, 0], none]), false],
  ];

  test.each(cases)("lead somewhere, and no two places share a name, for %s", (_, results, isHost) => {
    const html = markupOf(createElement(ResultsView, { results, debate: BUILT_IN_DEBATE, isHost }));
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id ?? "");
    const targets = [...html.matchAll(/ href="#([^"]+)"/gu)].map(([, target]) => target ?? "");
    expect(ids).toContain("rebuttals");
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    expect(html).not.toMatch(/NaN|undefined|Infinity/u);
  });

  test("[C5] [C6] [K8] go from a sentence to its answers and back, and to whom a rebuttal moved", () => {
    const html = markupOf(
      createElement(ResultsView, { results: all, debate: BUILT_IN_DEBATE, isHost: false }),
    );
    for (const link of [
      "#answers-for-1",
      "#sentence-for-1-0",
      "#sentence-for-2-0",
      "#rebuttal-reply",
      "#moved-by-one",
      "#paragraph-against-1",
    ])
      expect(html).toContain(`href="${link}"`);
    const words = page(all);
    expect(words).toContain(
      "1 says they would have voted otherwise without it. Before the debate: 1 Against. After it: 1 For.",
    );
    expect(words).toContain("Both sides found this persuasive");
    expect(words).toContain("Persuasive to 5 who were For and 5 who were Against.");
  });

  test("[C6] [Z2] say nothing of movers and camps where those are withheld", () => {
    for (const isClosed of [true, false]) {
      const words = page(classOf(isClosed));
      expect(words).not.toContain("Before the debate:");
      expect(words).not.toContain("Both sides found this persuasive");
      expect(words).not.toContain("Standing How?");
    }
  });
});

test("[V14] the host reads that the class may not see this yet, and in which way", () => {
  const early = (phase: string, isOpen: boolean) =>
    wordsOf(
      createElement(ResultsView, {
        results: { ...countResults(input), phase },
        debate: BUILT_IN_DEBATE,
        ...{ isHost: true, isOpen },
      }),
    );
  expect(early("after", false)).toContain("Until then votes can still change.");
  const covered = early("results", false);
  expect(covered).toContain("Only you can see this so far The class sees only what you have revealed.");
  expect(covered).not.toContain("can still change");
  for (const phase of ["results", "closed"])
    expect(early(phase, true)).not.toContain("Only you can see this so far");
});

test("[M9] the margins of reading and of arguing are worked through step by step", () => {
  const answered = (person: string, ...choices: ("for" | "against" | "undecided")[]) =>
    choices.map((choice, place) => ballot(person, DEBATE_ROUNDS[place] ?? "before", choice));
  const ballots = Array.from({ length: 9 }, (_, person) =>
    person < 4
      ? answered(`${person}`, "for", "for", "against")
      : answered(`${person}`, "against", "undecided", "for"),
  ).flat();
  const words = page(countResults(session({ rounds: DEBATE_ROUNDS, ballots })));
  expect(words).toContain("How? Reading From one side to the other is two steps");
  expect(words).toContain("No one moved two steps toward For, 5 one step; 4 stayed;");
  expect(words).toContain("no one stayed; no one moved one step toward Against, 4 two steps.");
});

test("[S23] every test and interval with a name is folded for statisticians, and taking home comes first for the host, last for the class", () => {
  const results = countResults(input);
  const parts = (isHost: boolean) =>
    markupOf(
      createElement(ResultsView, { results, debate: BUILT_IN_DEBATE, isHost, takeHome: "Taken home here." }),
    );
  const folded =
    /<details[^>]*><summary[^>]*>For statisticians<[\s\S]*?<\/details>/u.exec(parts(false))?.[0] ?? "";
  const others = parts(false).replace(folded, "");
  for (const name of ["Stuart", "Maxwell", "Bonett", "McNemar", "Mid-p"]) expect(others).not.toContain(name);
  expect(folded).toContain("Stuart");
  const placeOf = (isHost: boolean) => parts(isHost).indexOf("Taken home here.");
  const firstPart = (isHost: boolean) => parts(isHost).indexOf("<h2");
  expect(placeOf(true)).toBeLessThan(firstPart(true));
  expect(placeOf(false)).toBeGreaterThan(parts(false).lastIndexOf("<h2"));
  expect(parts(true)).not.toContain("<nav");
});
