import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countResults } from "#debate/counting/results.ts";
import type { VerdictFacts } from "#debate/counting/verdict-facts.ts";
import { ballot, ballotsOf, type Counts, matrix, session } from "./classroom.ts";

function resultsOf(counts: Counts, phase = "results") {
  return countResults(session({ ballots: ballotsOf(counts), phase }));
}

function verdictOf(counts: Counts, phase = "results") {
  return resultsOf(counts, phase).verdict;
}

/** Very different classes, read as their students read them. */
const CLASSES: [string, Counts, string, string][] = [
  [
    "clear",
    matrix("7 1 1 / 5 7 0 / 8 1 0"),
    "For won the room.",
    "From 9 to 20 of the 30 who voted twice. 13 moved toward For, 3 toward Against. Seven answers would end the lead; two would make it a hint.",
  ],
  [
    "leaning",
    matrix("7 1 1 / 4 8 1 / 5 1 2"),
    "For is ahead, a hint and not proof.",
    "From 9 to 16 of the 30 who voted twice; Against from 13 to 10. Ten moved toward For, 3 toward Against.",
  ],
  [
    "close",
    matrix("8 0 4 / 3 10 0 / 0 0 3"),
    "Too close to call.",
    "One person answering differently would end the lead. Three moved toward For, 4 toward Against, but those toward For moved further; the line includes 0.",
  ],
  [
    "level",
    matrix("0 0 0 / 0 1 0 / 4 4 21"),
    "Too close to call.",
    "Exactly level. Four moved toward For, 4 toward Against.",
  ],
  [
    "few",
    matrix("9 1 1 / 1 8 0"),
    "Hardly anyone moved.",
    "Three of 20 changed their answer: too few to say anything about.",
  ],
  [
    "small lead [S15]",
    matrix("100 0 0 / 0 50 0 / 8 0 42"),
    "A small lead.",
    "Under 5 points counts as a dead heat; the line does not include 0. Eight moved toward For, no one toward Against.",
  ],
  ["nobody", [[5], [0, 5]], "Nobody moved.", "All 10 who voted twice kept their answer."],
  ["neither of two", [[1], [0, 1]], "Nobody moved.", "Both who voted twice kept their answer."],
  ["one who stayed", [[1]], "Nobody moved.", "The one person who voted twice kept their answer."],
  ["one who moved", [[0, 1]], "Too few to tell.", "The one person who voted twice changed their answer."],
  [
    "both lose",
    matrix("19 0 1 / 0 4 6"),
    "For is ahead, a hint and not proof, and only because it lost fewer: For lost 1, Against 6.",
    "From 20 to 19 of the 30 who voted twice; Against from 10 to 4. Six moved toward For, 1 toward Against.",
  ],
  [
    "everyone moved",
    [[], [], [12]],
    "For won the room.",
    "From 0 to 12 of the 12 who voted twice. 12 moved toward For, no one toward Against. Six answers would end the lead; three would make it a hint.",
  ],
  [
    "a class of two",
    [[], [], [1, 1]],
    "Too few to tell.",
    "Both people who voted twice changed their answer.",
  ],
  [
    "the leader stands still",
    matrix("10 0 0 / 0 8 10 / 0 0 2"),
    "For won the room.",
    "Still 10 of the 30 who voted twice; Against from 18 to 8. Ten moved toward For, no one toward Against. Five answers would end the lead; two would make it a hint.",
  ],
];

describe("[S7] the words", () => {
  test.each(CLASSES)("%s", (_, counts, headline, detail) => {
    expect(verdictOf(counts)).toMatchObject({ headline, detail, sentence: `${headline} ${detail}` });
  });

  test("while the vote can still change, they say so far", () => {
    const headlines = CLASSES.map(([, counts]) => verdictOf(counts, "after").headline);
    for (const headline of headlines) expect(headline).toMatch(/^So far /u);
    expect(headlines.slice(0, 3)).toEqual([
      "So far For is ahead.",
      "So far For is ahead, a hint and not proof.",
      "So far too close to call.",
    ]);
  });

  test("the last vote not held", () => {
    const ballots = [ballot("ada", "before", "for")];
    expect(countResults(session({ ballots, phase: "rebuttal" })).verdict).toMatchObject({
      winner: null,
      deadHeat: false,
      decisive: false,
      standing: null,
      sentence: "No verdict yet. The vote after the debate has not been held (1 voted before it).",
      facts: { kind: "after-not-held", firstOnly: 1 },
    });
  });

  test("nobody voted both times: no winner, swing, interval, margin or tests", () => {
    const ballots = [ballot("ada", "before", "for"), ballot("ben", "after", "for")];
    const results = countResults(session({ ballots }));
    expect(results).toMatchObject({
      swing: null,
      interval: null,
      margin: null,
      fragility: null,
      tests: null,
      verdict: { winner: null, standing: null },
    });
    expect(results.verdict.sentence).toBe(
      "No verdict. Nobody voted both before and after (1 voted only before, 1 only after).",
    );
  });
});

/** Lecture halls, classes and seminars, of which some hardly move. */
const someCounts = fc.oneof(fc.constant(2), fc.constant(6), fc.constant(20), fc.constant(150)).chain((most) =>
  fc.array(fc.array(fc.oneof(fc.constant(0), fc.nat(most)), { minLength: 3, maxLength: 3 }), {
    minLength: 3,
    maxLength: 3,
  }),
);

test("[S6] [S7] in any class the words, the picture, the margin and its interval say the same", () => {
  fc.assert(
    fc.property(someCounts, fc.constantFrom("results", "after"), (counts, phase) => {
      const { verdict, margin, swing, paired, fragility } = resultsOf(counts, phase);
      const { headline, detail, standing, winner, deadHeat, decisive, sentence } = verdict;
      expect(sentence).not.toMatch(/\bcaus|because of|persuaded|convinced|effect|signific|chance|\bp\b/iu);
      const plain = sentence.replace("Under 5 points counts as a dead heat", "");
      expect(plain).not.toMatch(/[-\u2212]\d|\d\.\d|points/u);
      expect(sentence).toBe(`${headline} ${detail}`);
      if (!margin || !swing) return void expect(winner).toBeNull();
      const ahead = Math.abs(margin.points) < 1e-9 ? null : margin.points > 0 ? "For" : "Against";
      const named = /^(?:So far )?(For|Against) (?:won|is ahead)/u.exec(headline)?.[1] ?? null;
      // The side that the headline names matches the margin's sign, and so does the winner.
      if (named !== null) expect(named).toBe(ahead);
      if (winner !== null) expect(winner).toBe(ahead?.toLowerCase());
      const [low, high] = margin.interval;
      const isSure = low > 0 || high < 0;
      if (/won the room|A small lead|a small lead/u.test(headline)) expect(isSure).toBe(true);
      if (/won the room/u.test(headline)) expect(deadHeat).toBe(false);
      if (/small lead\.$/u.test(headline)) expect(deadHeat).toBe(true);
      // [S17] A direction stands in the same sentence as how sure it is.
      if (named !== null && !isSure) expect(headline).toContain("a hint and not proof");
      expect(standing).toBe(deadHeat && margin.standing !== "few" ? "close" : margin.standing);
      expect(decisive).toBe(standing === "clear");
      expect(named !== null).toBe(standing === "clear" || standing === "leaning");
      if (/hint and not proof/u.test(sentence)) expect(low <= 0 && high >= 0).toBe(true);
      if (/Exactly level/u.test(sentence)) expect(fragility).toBeNull();
      if (/Nobody moved|nobody has moved/u.test(headline))
        expect(paired.matrix.every((row, i) => row.every((people, j) => i === j || people === 0))).toBe(true);
      // The picture shows the numbers in the words.
      const place = named === "For" ? 0 : 1;
      const before = paired.matrix[place]?.reduce((sum, people) => sum + people, 0) ?? 0;
      const after = paired.matrix.reduce((sum, row) => sum + (row[place] ?? 0), 0);
      const told = /(?:From (\d+) to|Still) (\d+) of the (\d+)/u.exec(detail ?? "");
      if (named !== null) expect(told?.slice(2).map(Number)).toEqual([after, paired.n]);
      if (told?.[1] !== undefined) expect(Number(told[1])).toBe(before);
      if (/lost fewer/u.test(headline)) expect(after).toBeLessThan(before);
    }),
    { numRuns: 500 },
  );
});

test("[S7] the facts hold every figure of the sentence", () => {
  expect(verdictOf(matrix("9 3 / 1 12")).facts).toEqual({
    kind: "won",
    winner: "against",
    chance: "likely",
    provisional: false,
    n: 25,
    swing: { for: -8, against: 8 },
    toward: { for: 1, against: 3 },
    midP: expect.closeTo(0.375, 12),
    standing: "few",
    leader: "against",
    people: { for: { before: 12, after: 10 }, against: { before: 13, after: 15 } },
    movers: 4,
    fragility: 2,
  } satisfies VerdictFacts);
});
