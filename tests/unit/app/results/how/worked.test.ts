import fc from "fast-check";
import { describe, expect, test } from "vitest";
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
import { ballot, ballotsOf, session } from "#tests/unit/debate/counting/classroom.ts";

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
