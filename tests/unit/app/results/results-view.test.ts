import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { ResultsView } from "#app/results/ResultsView.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { countResults, type Results } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { DEBATE_ROUNDS } from "#debate/rules/choices.ts";
import { Settings } from "#debate/rules/settings.ts";
import { markupOf, wordsOf } from "#tests/support/markup.tsx";
import { ballot, ballotsOf, rebuttal, session } from "#tests/unit/debate/counting/classroom.ts";

const PLANNED = [
  [7, 1, 1],
  [4, 8, 1],
  [5, 1, 2],
];
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
    "points: For’s lead, a hint and not proof",
    "Against lost 10 points 95% line, which includes 0: from 27.5 points lost to 8.7 gained",
    "With them, the lead could be anything in this range: from 5.6 points toward Against to 27.8 toward For.",
    "About one class in four gets a hint or more when a debate moves no one.",
    "Extreme or hasty first answers drift back by the second vote, debate or not.",
    "Of 100 such classes, about 9 would split as unevenly as yours or more.",
    "The missing answers could change who leads.",
    "30 said how sure they were both times",
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

test("[S10] the results page says how many dots the reveal fills, also at a tie", () => {
  const tie = [
    [5, 1, 0],
    [4, 5, 0],
    [0, 0, 2],
  ];
  const words = page(countResults(session({ ballots: ballotsOf(tie) })));
  expect(words).toContain("about 37 would split");
  expect(words).toContain("Coin: 37 of 100.");
});

describe("[M12] the results page shows guesses beside what it was", () => {
  const ids = [...new Set(input.ballots.map(({ participantId }) => participantId))];
  const guessing = (seats: readonly string[]) => ({
    ...input,
    guesses: seats.map((participantId) => ({
      participantId,
      share: participantId.startsWith("against-") ? 40 : 60,
    })),
  });
  const counted = guessing(ids.filter((id) => !id.startsWith("undecided-")));

  test("of all, and of each camp of which ten guessed", () => {
    const words = page(countResults(counted));
    expect(words).toContain("28 guesses, 51% on average. Of all the last votes, 53% were For.");
    expect(words).toContain("15 people who first voted For guessed 60% on average.");
    expect(words).toContain("13 people who first voted Against guessed 40% on average.");
    expect(words).not.toContain("were undecided at first");
  });

  test("of all only, where camps may not be told", () => {
    const { guess, ...rest } = countResults(counted);
    const words = page({ ...rest, guess: guess && { ...guess, byCamp: {} } });
    expect(words).toContain("28 guesses, 51% on average.");
    expect(words).not.toContain("who first voted For guessed");
  });

  test("not at all without guesses", () => {
    expect(page(countResults(input))).not.toContain("What the class guessed");
  });
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
    ["two people", few([[1, 0, 0], none, [1, 0, 0]]), true],
    [
      "five people",
      few([
        [2, 0, 0],
        [1, 1, 0],
        [0, 0, 1],
      ]),
      false,
    ],
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
      "#rebuttal-alone",
      "#sentence-for-1-0",
      "#sentence-for-2-0",
      "#rebuttal-one",
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

  test("[D24] a list in a position has a line for each entry, and a quotation over two is one place", () => {
    const text = "It needs two things:\n• ice\n• snow";
    const marks = ["• ice", "• snow"].map((entry) => ({
      as: "item" as const,
      from: text.indexOf(entry),
      to: text.indexOf(entry) + entry.length,
    }));
    const [pro, against] = BUILT_IN_DEBATE.positions;
    const positions: typeof BUILT_IN_DEBATE.positions = [
      { ...pro, paragraphs: [{ n: 1, text, marks }] },
      against,
    ];
    const rebuttals = [rebuttal("one", { quote: quote(1, "• ice • snow") })];
    const html = markupOf(
      createElement(ResultsView, {
        results: countResults(session({ positions, rebuttals })),
        debate: { ...BUILT_IN_DEBATE, positions },
        isHost: false,
      }),
    );
    expect(html.match(/<span class="block[^>]*><mark/gu)).toHaveLength(2);
    expect(html.match(/ id="sentence-for-1-1"/gu)).toHaveLength(1);
    expect(html.match(/ href="#sentence-for-1-1"/gu)).not.toBeNull();
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

test.each([
  ["after", "at-once", "The class sees the results once you move the session to Results."],
  ["after", "staged", "Once you move the session to Results, you reveal them to the class step by step."],
  ["results", "staged", "The class sees only what you have revealed."],
])("[V14] in %s, with a staged reveal: %s, the host reads what the class will see", (phase, reveal, said) => {
  const words = wordsOf(
    createElement(ResultsView, {
      results: { ...countResults(input), phase },
      settings: Settings.parse({ reveal }),
      debate: BUILT_IN_DEBATE,
      isHost: true,
      isOpen: false,
    }),
  );
  expect(words).toContain(said);
});

test.each([3, 4])(
  "[Z2] with %i who voted twice, the host reads that the class sees which side had more movement only from four on",
  (n) => {
    const few = session({ ballots: ballotsOf([[n]]) });
    const { withheld } = forClass(countResults(few), few, { isClosed: true, chance: () => 0.3 });
    const results = { ...countResults(few), withheld };
    const words = wordsOf(createElement(ResultsView, { results, debate: BUILT_IN_DEBATE, isHost: true }));
    expect(words).toContain("The class doesn’t see who moved which way");
    expect(words.includes("It sees which side had more movement")).toBe(n === 4);
  },
);

test("three numbers stand under the headline; where movement is withheld, three that may be told", () => {
  const words = page(countResults(input));
  expect(words).toContain(
    "points: For’s lead, a hint and not proof For went from 9 to 16 people, Against from 13 to 10. 33 How?",
  );
  expect(words).toContain("of 30 changed their answer 10 toward For, 3 toward Against 13 How?");
  expect(words).toContain("people answering differently would end the lead 5 How?");
  const held = page(forClass(countResults(input), input, { isClosed: false, chance: () => 0.3 }));
  expect(held).toContain("people voted both times 30");
  expect(held).toContain("rebuttals were written 0");
  expect(held).not.toContain("How?");
});

test("[S9] with fewer than five movers no points of a lead are under the headline", () => {
  const words = page(
    countResults(
      session({
        ballots: ballotsOf([
          [2, 0, 0],
          [1, 1, 0],
          [0, 0, 1],
        ]),
      }),
    ),
  );
  expect(words).toContain("people voted both times For went from 2 to 3 people, Against from 2 to 1. 5");
  expect(words).toContain("rebuttals were written 0");
  expect(words).not.toContain("points: For’s lead");
  expect(words).not.toMatch(/end the lead|No one leads/u);
  expect(words).toContain("1 person answering differently would undo this difference.");
});

test("[S10] in a large class the coin and the mid-p are less than a number, and not 0 or a row of zeros", () => {
  const words = page(
    countResults(
      session({
        ballots: ballotsOf([
          [80, 5, 5],
          [50, 70, 20],
          [40, 20, 10],
        ]),
      }),
    ),
  );
  expect(words).toContain("Coin: &lt;1 of 100. Mid-p: &lt;0.001.");
  expect(words).toContain("Of all ways in which the coins can fall, &lt;0.1% add up to 125 or more");
});

test("[S7] of a session in which nobody voted or quoted nothing is said of voters and underlined sentences", () => {
  const words = page(countResults(session({ ballots: [], positions: BUILT_IN_DEBATE.positions })));
  expect(words).toContain("Nobody voted before the debate or after it.");
  expect(words).not.toContain("of the 0 people");
  expect(words).not.toContain("Underlined sentences were quoted");
  const quote = { side: "for", n: 1, exact: "Start with the document" } as const;
  const quoted = { positions: BUILT_IN_DEBATE.positions, rebuttals: [rebuttal("r1", { quote })] };
  expect(page(countResults(session({ ballots: [], ...quoted })))).toContain("Underlined sentences");
});

test("[S7] where a side stayed at a number, no line says that it went there", () => {
  const words = page(
    countResults(
      session({
        ballots: ballotsOf([
          [1, 0, 0],
          [0, 4, 0],
          [6, 0, 2],
        ]),
      }),
    ),
  );
  expect(words).toContain("For went from 1 to 7 people, Against stayed at 4.");
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

test("each “How?” is named after its own figure", () => {
  const words = page(countResults(input));
  expect(words).toContain("How? For: gained 23.3 points");
  expect(words).toContain("How? Against: lost 10 points");
  const names = [...words.matchAll(/How\? (?:For|Against): (?:gained|lost|from|\S+ to) \S+ points/gu)].map(
    ([name]) => name,
  );
  expect(names).toHaveLength(4);
  expect(new Set(names).size).toBe(4);
});

describe("[M9] the margins of reading and of arguing", () => {
  const answered = (person: string, ...choices: ("for" | "against" | "undecided")[]) =>
    choices.map((choice, place) => ballot(person, DEBATE_ROUNDS[place] ?? "before", choice));
  const { waves, ...rest } = countResults(
    session({
      rounds: DEBATE_ROUNDS,
      ballots: Array.from({ length: 9 }, (_, person) =>
        person < 4
          ? answered(`${person}`, "for", "for", "against")
          : answered(`${person}`, "against", "undecided", "for"),
      ).flat(),
    }),
  );

  test("are worked through step by step", () => {
    const words = page({ ...rest, waves });
    expect(words).toContain("How? Reading From one side to the other is two steps");
    expect(words).toContain("No one moved two steps toward For, 5 one step; 4 stayed;");
    expect(words).toContain("no one stayed; no one moved one step toward Against, 4 two steps.");
    expect(words).toContain(
      "All steps add up to 3 steps toward Against. Divided by 9 people, that is 33.3 points toward Against.",
    );
  });

  test("[Z11] but not where an older version told the class without steps", () => {
    const { steps: _, ...older } = waves ?? { n: 0 };
    const words = page({ ...rest, waves: older as typeof waves });
    expect(words).toContain("On the 9 people who voted all three times. Reading 55.6 points toward For");
    expect(words).not.toContain("How? Reading");
  });
});

test("the legend of the positions speaks of credits only where there are any", () => {
  const credit = { paragraph: { side: "for", n: 2 }, without: "against", why: "w".repeat(50) } as const;
  const ballots = ballotsOf(PLANNED).map((each) =>
    each.participantId === "against-for-0" && each.round === "after" ? { ...each, credit } : each,
  );
  const told = { positions: BUILT_IN_DEBATE.positions, ballots };
  expect(page(countResults(session(told)))).toContain(
    "A boxed number: people who say they would have voted otherwise without it.",
  );
  expect(page(countResults(input))).not.toContain("A boxed number");
});

test("[C6] what people say moved them has one heading, above the words that people named", () => {
  const why = "It made me think again about what a promise costs those who rely on it.";
  const results = countResults(
    session({
      ballots: [
        ...ballotsOf(PLANNED),
        ballot("reader", "before", "for"),
        { ...ballot("reader", "after", "against"), credit: { rebuttalId: "named", without: "for", why } },
      ],
      rebuttals: [rebuttal("named", {})],
    }),
  );
  const html = markupOf(createElement(ResultsView, { results, debate: BUILT_IN_DEBATE, isHost: true }));
  expect(html).toContain("1 says they would have voted otherwise");
  const headings = [...html.matchAll(/<(h\d)[^>]*>What people say moved them/gu)].map(([, level]) => level);
  // The second one is in "How it was counted".
  expect(headings).toEqual(["h2", "h3"]);
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
  for (const name of ["Stuart", "Maxwell", "Bonett", "McNemar", "Mid-p"].filter((each) =>
    parts(false).includes(each),
  )) {
    expect(folded).toContain(name);
    expect(others).not.toContain(name);
  }
  expect(folded).toContain("Stuart");
  const placeOf = (isHost: boolean) => parts(isHost).indexOf("Taken home here.");
  const firstPart = (isHost: boolean) => parts(isHost).indexOf("<h2");
  expect(placeOf(true)).toBeLessThan(firstPart(true));
  expect(placeOf(false)).toBeGreaterThan(parts(false).lastIndexOf("<h2"));
  expect(parts(true)).not.toContain("<nav");
});
