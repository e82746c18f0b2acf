import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import {
  workedFragility,
  workedMargin,
  workedMarginLine,
  workedMissing,
  workedShare,
  workedStanding,
  workedStory,
  workedSwing,
  workedSwingLine,
  workedWave,
} from "#app/results/how/worked.ts";
import type { Matrix } from "#debate/counting/movement.ts";
import { standing } from "#debate/counting/ranking.ts";
import { countResults, type Results } from "#debate/counting/results.ts";
import { DEBATE_ROUNDS, SIDES } from "#debate/rules/choices.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { ballot, ballotsOf, session } from "#tests/unit/debate/counting/classroom.ts";

const PLANNED: Matrix = [
  [7, 1, 1],
  [4, 8, 1],
  [5, 1, 2],
];
const people = fc.nat(12);
const row = fc.tuple(people, people, people);
/** Any class, and how many of each answer voted before only and after only. */
const someClass = fc.record({ matrix: fc.tuple(row, row, row), left: row, late: row });
const CHOICES = ["for", "against", "undecided"] as const;

function counted({ matrix, left, late }: { matrix: Matrix; left: number[]; late: number[] }): Results {
  const once = (round: "before" | "after", counts: number[]) =>
    CHOICES.flatMap((choice, place) =>
      Array.from({ length: counts[place] ?? 0 }, (_, i) => ballot(`${round}-${choice}-${i}`, round, choice)),
    );
  return countResults(
    session({ ballots: [...ballotsOf(matrix), ...once("before", left), ...once("after", late)] }),
  );
}

describe("a worked calculation comes to the figure that it explains", () => {
  test("[M3] [M6] [M8] [S5] [S8] [S9] [S11] in every class", () => {
    fc.assert(
      fc.property(someClass, (given) => {
        const results = counted(given);
        const { matrix } = given;
        const { swing, interval, margin, attrition } = results;
        const missing = workedMissing(results);
        for (const side of SIDES) {
          if (swing) expect(workedSwing(matrix, side).points).toBeCloseTo(swing[side], 9);
          if (interval) {
            const { low, high } = workedSwingLine(matrix, side);
            expect([low, high]).toEqual(interval[side].map((end) => expect.closeTo(end, 9)));
          }
          for (const kind of ["conversion", "retention"] as const) {
            const share = results[kind]?.[side] ?? null;
            expect(workedShare(matrix, side, kind).share).toEqual(
              share === null ? null : expect.closeTo(share, 9),
            );
          }
          if (attrition && attrition.both + attrition.firstOnly + attrition.lastOnly > 0)
            expect([missing?.[side].low, missing?.[side].high]).toEqual(
              attrition.bestWorst[side].map((end) => expect.closeTo(end, 9)),
            );
        }
        if (margin) {
          expect(workedMargin(matrix).points).toBeCloseTo(margin.points, 9);
          const { low, high, times, movers } = workedMarginLine(matrix);
          expect([low, high]).toEqual(margin.interval.map((end) => expect.closeTo(end, 9)));
          const standing =
            movers < 5
              ? "few"
              : times >= 1.959963984540054
                ? "clear"
                : times >= 1.0364333894937898
                  ? "leaning"
                  : "close";
          expect(standing).toBe(margin.standing);
        }
        if (attrition?.margin)
          expect([missing?.low, missing?.high]).toEqual(
            attrition.margin.map((end) => expect.closeTo(end, 9)),
          );
        const taken = workedFragility(matrix);
        expect(taken && taken.twos + taken.ones).toBe(results.fragility);
        if (taken) expect(2 * taken.twos + taken.ones).toBeGreaterThanOrEqual(taken.size);
      }),
      { numRuns: 300 },
    );
  });

  test("[M7] and of the four stories, which sum up to everyone", () => {
    fc.assert(
      fc.property(someClass, (given) => {
        const { stories, paired } = counted(given);
        for (const [story, people] of Object.entries(stories ?? {}))
          expect(workedStory(given.matrix, story as keyof NonNullable<typeof stories>)).toMatchObject({
            ...{ people, n: paired.n },
            share: paired.n === 0 ? Number.NaN : people / paired.n,
          });
      }),
    );
  });

  test("[M9] and of the margins of reading and of arguing", () => {
    const choice = fc.constantFrom(...CHOICES);
    fc.assert(
      fc.property(fc.array(fc.tuple(choice, choice, choice), { minLength: 1, maxLength: 40 }), (people) => {
        const { waves } = countResults(
          session({
            rounds: DEBATE_ROUNDS,
            ballots: people.flatMap((answers, person) =>
              DEBATE_ROUNDS.map((round, place) => ballot(`${person}`, round, answers[place] ?? "for")),
            ),
          }),
        );
        for (const of of ["reading", "arguing"] as const) {
          const worked = workedWave(waves?.steps?.[of] ?? [0, 0, 0, 0, 0]);
          expect(worked.n).toBe(people.length);
          expect(worked.points).toBeCloseTo(waves?.[of].points ?? Number.NaN, 9);
          expect([worked.low, worked.high]).toEqual(
            waves?.[of].interval.map((end) => expect.closeTo(end, 9)),
          );
        }
      }),
    );
  });

  test("[K2] [V8] and of a rebuttal's standing, without saying which camp has fewer readers", () => {
    const result = {
      id: "r",
      side: "for",
      body: "",
      at: 0,
      endorsed: 0,
      uncamped: 0,
      replies: 0,
      credits: 0,
      movers: null,
    } as const;
    fc.assert(
      fc.property(fc.tuple(people, people, people, people), ([pro, against, morePro, moreAgainst]) => {
        const endorsements = { for: pro, against, undecided: 0 };
        const exposed = { for: pro + morePro, against: against + moreAgainst, undecided: 0 };
        const seen = exposed.for + exposed.against;
        const given = { ...result, endorsements, seen, standing: standing(endorsements, exposed) };
        const readers = [exposed.for, exposed.against].sort((one, other) => one - other);
        const worked = workedStanding(given);
        expect([worked?.fewer, worked?.more]).toEqual(readers);
        expect(worked?.standing).toBeCloseTo(given.standing, 12);
      }),
    );
    expect(workedStanding({ ...result, endorsements: null, seen: null, standing: null })).toBeNull();
  });
});

function Calculations() {
  const how = useHow();
  const steps = [
    ...how.moved({ stayed: 17 }, 30, { up: 10, down: 3 }),
    ...how.swing(PLANNED, "for"),
    ...how.margin(PLANNED),
    ...how.marginLine(PLANNED, "leaning"),
    ...how.fragility(PLANNED),
    ...how.coin(PLANNED, countResults(session({ ballots: ballotsOf(PLANNED) })).tests?.coin ?? 0),
    ...how.share(PLANNED, "for", "conversion"),
    ...how.share(PLANNED, "for", "retention"),
    ...(["stayed", "formedView", "switched", "unsettled"] as const).flatMap((story) =>
      how.story(PLANNED, story),
    ),
    ...how.wave([0, 4, 0, 6, 0]),
  ];
  return createElement(How, { of: "everything", steps });
}

test("[M3] [M6] [M7] [M9] [S5] [S8] [S9] [S10] [S11] the calculations of the planned class, in words", () => {
  const words = wordsOf(createElement(Calculations));
  for (const said of [
    "How? everything",
    "30 people voted both times, and 17 of them gave the same answer again. 30 − 17 = 13.",
    "16 of 30 answered For after the debate, 9 of 30 before it: 7 more. 7 of 30 is 23.3 points.",
    "9 came to For, 2 left it.",
    "10 of 32 came and 3 of 32 left, so For gained 21.9 points.",
    "Change in people: For gained 7 people, Against lost 3 people. That puts them 10 people apart, and 10 of 30 is 33.3 points toward For.",
    "4 moved two steps toward For, 6 one step; 17 stayed; 2 moved one step toward Against, 1 two steps.",
    "1.96 spreads to each side: from 1.7 points toward Against to 63.3 toward For.",
    "All steps together: 10 steps toward For.",
    "5 × 2 = 10, enough to end the lead with 5 people.",
    "8 moved one step and 5 two steps. Together they add up to 10 steps toward For.",
    "Drawn as 100 classes, 9 are at least as uneven as yours.",
    "4 came from Against and 5 from Undecided, together 9. 21 were not For before: 9 ÷ 21 = 42.9%.",
    "9 were For before, and 7 of them were For again: 7 ÷ 9 = 77.8%.",
    "7 answered For both times, 8 Against and 2 undecided: 7 + 8 + 2 = 17.",
    "30 people voted both times: 17 ÷ 30 = 56.7%.",
    "5 went from undecided to For and 1 to Against: 5 + 1 = 6.",
    "4 went from Against to For and 1 from For to Against: 4 + 1 = 5.",
    "1 went from For to undecided and 1 from Against: 1 + 1 = 2.",
    "No one moved two steps toward For, 6 one step; no one stayed; 4 moved one step toward Against, no one two steps.",
    "All steps add up to 2 steps toward For. Divided by 10 people, that is 20 points toward For.",
  ])
    expect(words).toContain(said);
});

/** One person, from Against to For. */
const ONE: Matrix = [
  [0, 0, 0],
  [1, 0, 0],
  [0, 0, 0],
];

function CalculationsOfOne() {
  const how = useHow();
  // Two more voted after only.
  const results = countResults(
    session({
      ballots: [...ballotsOf(ONE), ballot("late", "after", "for"), ballot("late2", "after", "for")],
    }),
  );
  const steps = [
    ...how.moved({ stayed: 0 }, 1, { up: 1, down: 0 }),
    ...how.swing(ONE, "for"),
    ...how.marginLine(ONE, "few"),
    ...how.share(ONE, "for", "conversion"),
    ...how.share(ONE, "against", "retention"),
    ...how.story(ONE, "switched"),
    ...(how.missing(results)?.for ?? []),
  ];
  return createElement(How, { of: "everything", steps });
}

test("[M3] [M6] [M8] the calculations of one person are said in the singular, and none as no one", () => {
  const words = wordsOf(createElement(CalculationsOfOne));
  for (const said of [
    "1 person voted both times and gave another answer the second time. 1 − 0 = 1.",
    "Of these, 1 moved toward For and no one toward Against.",
    "The line: 1 came to For, no one left it.",
    "1 moved two steps toward For, no one one step; no one stayed;",
    "1 went from Against to For and no one from For to Against: 1 + 0 = 1. 1 person voted both times: 1 ÷ 1 = 100.0%.",
    "1 came from Against and no one from Undecided, together 1. 1 was not For before:",
    "1 was Against before, and none of them was Against again:",
    "Of everyone who voted, no one was For before and 3 after. At worst the 2 who missed the first vote were all For then,",
    "At best no one who missed the first was For then:",
  ])
    expect(words).toContain(said);
  expect(words).not.toMatch(/\b0 (moved|came|left|were|who)|\b1 (people|were)/u);
});
