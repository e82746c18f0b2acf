import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frozen, thawed } from "#debate/counting/frozen.ts";
import { countResults } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import { ballot, ballotsOf, matrix, rebuttal, session } from "./classroom.ts";
import { classOf, published } from "./published.ts";

describe("[Z2] what a class is shown", () => {
  test("no small group: everything is shown", () => {
    const seen = published(classOf(matrix("7 0 4 / 4 8 0 / 5 0 4")));
    expect(seen).toMatchObject({
      withheld: [],
      swing: {},
      attrition: {},
      stories: {},
      verdict: { winner: "for" },
    });
    expect(seen.paired.matrix).toEqual(matrix("7 0 4 / 4 8 0 / 5 0 4"));
  });

  test("one person who moved alone: the flow and everything counted from it are hidden", () => {
    const seen = published(classOf(matrix("7 1 0 / 1 6 1 / 4 1 3")));
    const none = { for: null, against: null, undecided: null };
    expect(seen).toMatchObject({
      withheld: ["flow"],
      ...{ swing: null, interval: null, conversion: null, retention: null, stories: null, tests: null },
      ...{ attrition: null, margin: null, fragility: null, fragilityOfStanding: null, waves: null },
      confidence: null,
      rounds: [
        { round: "before", n: 24, ...none },
        { round: "after", n: 24, ...none },
      ],
      // [Z3] 8, 8 and 8 of 24 are 33.3 %; 12, 8 and 4 are 50, 33.3 and 16.7 %.
      paired: {
        n: 24,
        matrix: null,
        shares: {
          from: { for: 0.4, against: 0.4, undecided: 0.4 },
          to: { for: 0.6, against: 0.4, undecided: 0.2 },
        },
      },
      verdict: {
        ...{ winner: "for", deadHeat: false, decisive: null, standing: null, detail: null },
        facts: { kind: "in-short", winner: "for", n: 24 },
      },
    });
    expect(seen.verdict.sentence).toBe(
      "More movement toward For. How sure that is is left out here; even in a debate that moves no one, one side can come out ahead like this.",
    );
  });

  test("[Z3] a class of eleven, too small for any rounding of shares, is shown the winner and no shares", () => {
    const seen = published(classOf(matrix("3 0 0 / 2 5 0 / 0 0 1")));
    expect(seen.withheld).toEqual(["flow", "shares"]);
    expect(seen.paired).toEqual({ from: "before", to: "after", n: 11, matrix: null });
    expect(seen.verdict.winner).toBe("for");
  });

  test.each([
    ["the one or two others who are Against now too would be known to one", "0 0 6 / 0 0 3 / 5 2 0", null],
    ["the one or two others who are undecided now too would be known to one", "0 2 3 / 6 0 0 / 0 5 0", null],
    ["all groups are of ten", "0 0 0 / 3 0 7 / 7 0 3", [0, 0.6, 0.6, 0.6, 0, 0.6]],
    ["three to seven may be undecided now", "9 0 0 / 0 12 3 / 0 0 0", [0.4, 0.6, 0, 0.4, 0.6, 0.2]],
  ])("[Z3] shares of those who begin and end so: %s, %s", (_, rows, told) => {
    const { shares } = published(classOf(matrix(rows))).paired;
    expect(shares ? [shares.from, shares.to].flatMap(Object.values) : null).toEqual(told);
  });

  test("three people who voted twice are shown no result, and four the winner", () => {
    const seen = (people: number) => published(classOf(matrix(`0 0 0 / ${people} 0 0 / 0 0 0`))).verdict;
    for (const people of [2, 3])
      expect(seen(people)).toMatchObject({ winner: null, deadHeat: false, facts: { kind: "too-few" } });
    expect(seen(4)).toMatchObject({ winner: "for", facts: { kind: "in-short" } });
  });

  test("one person who left early is hidden too", () => {
    const stayed = classOf(matrix("6 0 0 / 4 8 0 / 5 0 4"));
    expect(published(stayed).withheld).toEqual([]);
    expect(published([...stayed, { before: "undecided" }]).withheld).toContain("flow");
  });
});

test("[Z2] [M9] the steps of reading and of arguing are told only where no way to answer is one to three people's", () => {
  const choice = fc.constantFrom(...CHOICES);
  const way = fc.record({ before: choice, reading: choice, after: choice });
  const groupsOf = (...sizes: number[]) =>
    fc.array(fc.record({ way, size: fc.constantFrom(...sizes) }), { minLength: 2, maxLength: 6 });
  const groups = fc.oneof(groupsOf(4, 5, 9), groupsOf(1, 3, 4, 5));
  const closed = fc.constantFrom(true, true, true, false);
  let told = 0;
  fc.assert(
    fc.property(groups, closed, (given, isClosed) => {
      const ways = given.flatMap(({ way, size }) => Array.from({ length: size }, () => way));
      const { waves, legs, withheld } = published(ways, {}, { isClosed });
      expect(waves === null).toBe(withheld.includes("flow"));
      expect(legs.every(({ matrix }) => matrix === null)).toBe(waves === null);
      if (!waves) return;
      told += 1;
      // Subtracting one of these from another must not single anyone out either: all are sums of whole groups.
      const sizes = new Map<string, number>();
      for (const { before, reading, after } of ways) {
        const key = [before, reading, after].join(" ");
        sizes.set(key, (sizes.get(key) ?? 0) + 1);
      }
      expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(4);
      for (const steps of [waves.steps?.reading ?? [], waves.steps?.arguing ?? []]) {
        expect(steps.reduce((sum, people) => sum + people, 0)).toBe(ways.length);
        expect(steps.filter((people) => people > 0 && people < 4)).toEqual([]);
      }
    }),
  );
  expect(told).toBeGreaterThan(5);
});

test("[Z9] [K10] a class that hides small groups gets rebuttals in the order of all endorsements, and no common ground", () => {
  const ways = classOf(matrix("6 0 0 / 4 8 0 / 0 0 4"));
  const endorse = (rebuttalId: string, people: number[]) =>
    people.map((person) => ({ participantIds: [`${person}`], rebuttalId }));
  // The first is endorsed in both camps, the second by more people of one camp.
  const given = {
    rebuttals: [rebuttal("both"), rebuttal("one")],
    endorsements: [...endorse("both", [0, 1, 6, 7]), ...endorse("one", [6, 7, 8, 9, 10])],
  };
  const input = session({
    ballots: ways.flatMap(({ before }, person) => [ballot(`${person}`, "before", before ?? "for")]),
    ...given,
  });
  expect(countResults(input).rebuttals.map(({ id }) => id)).toEqual(["both", "one"]);
  const told = published(ways, given);
  expect(told.rebuttals.map(({ id }) => id)).toEqual(["one", "both"]);
  expect(told.commonGround).toBeNull();
});

test("[Z2] endorsements by camp are hidden, and one to three credits are not shown at all", () => {
  const ways = classOf(matrix("6 0 0 / 4 8 0 / 0 0 4"));
  const given = {
    positions: [{ side: "for" as const, paragraphs: [{ n: 1 }, { n: 2 }] }],
    rebuttals: [rebuttal("r", { quote: { side: "for", n: 1, exact: "" } }), rebuttal("s")],
    endorsements: ["0", "6", "7", "8"].map((participantId) => ({
      participantIds: [participantId],
      rebuttalId: "r",
    })),
  };
  const seen = published(ways, given);
  expect(seen.withheld).toEqual(["camps"]);
  expect(seen.rebuttals).toMatchObject([
    { id: "r", endorsed: 4, endorsements: null, uncamped: null, standing: null, seen: null, credits: 0 },
    { id: "s", endorsed: 0, endorsements: null, uncamped: null, standing: null, seen: null, credits: 0 },
  ]);
  expect(seen.paragraphs).toMatchObject([
    { n: 1, quotes: 1, endorsements: null },
    { n: 2, quotes: 0, endorsements: null },
  ]);
  const credit = {
    rebuttalId: "r",
    without: "against" as const,
    why: "Because of what it says of who draws the lines there.",
  };
  const ballots = (credited: number) =>
    ways.flatMap((way, person) => [
      ballot(`${person}`, "before", way.before ?? "for"),
      { ...ballot(`${person}`, "after", way.after ?? "for"), ...(person < credited && { credit }) },
    ]);
  const credits = (credited: number) =>
    published(ways, { ...given, ballots: ballots(credited) }).rebuttals.map((each) => each.credits);
  expect([credits(3), credits(4)]).toEqual([
    [null, null],
    [4, 0],
  ]);
});

describe("[Z2] how sure people are", () => {
  const WHOLE = matrix("12 0 4 / 4 12 0 / 4 0 4");
  /** Of the 24 who kept a side so many become firmer, less sure, and give no confidence; all others are as sure as before. */
  function told(firmer: number, lessSure: number, silent = 0) {
    const sides = CHOICES.slice(0, 2).flatMap((side) =>
      Array.from({ length: 12 }, (_, n) => `${side}-${side}-${n}`),
    );
    const input = session({
      ballots: ballotsOf(WHOLE).flatMap(({ participantId, ...each }) => {
        const place = sides.indexOf(participantId);
        if (place >= 24 - silent) return { participantId, ...each };
        const after = place < 0 ? 3 : place < firmer ? 4 : place < firmer + lessSure ? 2 : 3;
        return { participantId, ...each, confidence: each.round === "before" ? 3 : after };
      }),
    });
    const counted = countResults(input);
    const shown = forClass(counted, input, { isClosed: true, chance: () => 0.5 });
    expect(shown).toMatchObject({ withheld: [], paired: { matrix: WHOLE } });
    return { counted, shown };
  }

  test.each([
    ["no one", 0, 0, 0],
    ["four and four", 4, 4, 0],
    ["everyone but those who moved", 20, 4, 0],
    ["at least seven as sure as before, and one who did not say it", 12, 4, 1],
  ])("is told if none of its groups is of one to three: %s", (_, firmer, lessSure, silent) => {
    const { counted, shown } = told(firmer, lessSure, silent);
    expect(shown.confidence).toMatchObject({ n: 40 - silent, firmer, lessSure });
    expect(thawed(frozen(shown), counted, true).confidence).toEqual(shown.confidence);
  });

  test.each([
    ["one firmer", 1, 4, 0],
    ["three less sure", 4, 3, 0],
    ["two as sure as before", 18, 4, 0],
    ["at most three as sure as before, with those who did not say it", 17, 4, 3],
    ["three as sure as before, and one who did not say it", 16, 4, 1],
    ["all who said it firmer or less sure, which no one else can tell", 16, 4, 4],
  ])("is not told, also where an older version told it: %s", (_, firmer, lessSure, silent) => {
    const { counted, shown } = told(firmer, lessSure, silent);
    expect(counted.confidence).toMatchObject({ firmer, lessSure });
    expect(shown.confidence).toBeNull();
    const kept = { ...frozen(shown), confidence: counted.confidence };
    expect(thawed(kept, counted, true).confidence).toBeNull();
  });
});

test("[C6] [Z11] whom a credit moved is told no class that hides small groups, nor from what an older version kept", () => {
  const credit = {
    paragraph: { side: "for" as const, n: 1 },
    without: "against" as const,
    why: "Because of what it says of who draws the lines there.",
  };
  const input = session({
    positions: [{ side: "for", paragraphs: [{ n: 1 }] }],
    ballots: Array.from({ length: 8 }, (_, person) => [
      ballot(`${person}`, "before", person < 4 ? "for" : "against"),
      { ...ballot(`${person}`, "after", "for"), ...(person < 5 && { credit }) },
    ]).flat(),
    rebuttals: [rebuttal("r")],
  });
  const counted = countResults(input);
  const one = { for: 4, against: 1, undecided: 0 };
  expect(counted.paragraphs[0]?.movers?.camps).toEqual(one);
  const told = forClass(counted, input, { isClosed: true, chance: () => 0.3 });
  expect(told.paragraphs[0]).toMatchObject({ credits: 5, movers: null });
  expect(told.rebuttals[0]).toMatchObject({ movers: null });
  const kept = JSON.parse(JSON.stringify(frozen(told)));
  expect(thawed(kept, counted, true)).toEqual(told);
  for (const part of [...kept.rebuttals, ...kept.paragraphs]) delete part.movers;
  expect(thawed(kept, counted, true)).toEqual(told);
  const { fragilityOfStanding: _, ...older } = kept;
  expect(thawed({ ...older, paragraphs: [] }, counted, true)).toMatchObject({
    fragilityOfStanding: null,
    paragraphs: [{ endorsements: null, credits: null, movers: null }],
  });
});
