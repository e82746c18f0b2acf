import fc from "fast-check";
import { expect, test } from "vitest";
import type { CountedBallot } from "#debate/counting/input.ts";
import type { Interval } from "#debate/counting/movement.ts";
import { type Counted, countResults } from "#debate/counting/results.ts";
import { CHOICES, type Choice, DEBATE_ROUNDS, SIDES, type Side } from "#debate/rules/choices.ts";
import { ballot, rebuttal, session } from "./classroom.ts";

const MIRROR = { for: "against", against: "for", undecided: "undecided" } as const satisfies Record<
  Choice,
  Choice
>;

/** Up to 60 seats, each of which voted in any of the three rounds or none. */
const someBallots = fc
  .array(fc.tuple(...DEBATE_ROUNDS.map(() => fc.option(fc.constantFrom(...CHOICES)))), { maxLength: 60 })
  .map((seats) =>
    seats.flatMap((choices, seat) =>
      DEBATE_ROUNDS.flatMap((round, i): CountedBallot[] => {
        const choice = choices[i];
        return choice ? [ballot(`seat-${seat}`, round, choice)] : [];
      }),
    ),
  );

function count(ballots: readonly CountedBallot[]): Counted {
  return countResults(session({ ballots, rounds: DEBATE_ROUNDS }));
}

test("[M1] the order of ballots changes nothing", () => {
  const shuffled = someBallots.chain((ballots) =>
    fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })),
  );
  fc.assert(
    fc.property(shuffled, ([given, reordered]) => {
      expect(count(reordered)).toEqual(count(given));
    }),
  );
});

test("[M2] [M7] [M8] rows, columns, stories and attrition sum to what they divide", () => {
  fc.assert(
    fc.property(someBallots, (ballots) => {
      const { paired, rounds, stories, attrition } = count(ballots);
      const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
      expect(sum(paired.matrix.flat())).toBe(paired.n);
      expect(sum(Object.values(stories))).toBe(paired.n);
      expect(attrition.both).toBe(paired.n);
      expect(attrition.both + attrition.firstOnly).toBe(rounds[0]?.n);
      expect(attrition.both + attrition.lastOnly).toBe(rounds[2]?.n);
      for (const round of rounds) expect(round.for + round.against + round.undecided).toBe(round.n);
    }),
  );
});

test("[M8] however the missing votes are filled in, the swing lies between worst and best, which some filling reaches", () => {
  fc.assert(
    fc.property(
      someBallots,
      fc.array(fc.constantFrom(...CHOICES), { minLength: 60, maxLength: 60 }),
      (ballots, answers) => {
        const { attrition } = count(ballots);
        const filled = fill(ballots, (_, seat) => answers[seat] ?? "for");
        for (const side of SIDES) {
          const [worst, best] = attrition.bestWorst[side];
          expect(filled?.[side] ?? 0).toBeGreaterThanOrEqual(worst - 1e-9);
          expect(filled?.[side] ?? 0).toBeLessThanOrEqual(best + 1e-9);
          const bestCase = fill(ballots, (round) => (round === "after" ? side : MIRROR[side]));
          const lead = (filled?.for ?? 0) - (filled?.against ?? 0);
          expect(lead).toBeGreaterThanOrEqual((attrition.margin?.[0] ?? 0) - 1e-9);
          expect(lead).toBeLessThanOrEqual((attrition.margin?.[1] ?? 0) + 1e-9);
          const most = (bestCase?.for ?? 0) - (bestCase?.against ?? 0);
          if (side === "for") expect(most).toBeCloseTo(attrition.margin?.[1] ?? 0, 9);
          const worstCase = fill(ballots, (round) => (round === "after" ? MIRROR[side] : side));
          expect(bestCase?.[side] ?? 0).toBeCloseTo(best, 9);
          expect(worstCase?.[side] ?? 0).toBeCloseTo(worst, 9);
        }
      },
    ),
  );
});

test("[M4] [S1] [S4] swapping For and Against mirrors everything", () => {
  fc.assert(
    fc.property(someBallots, (ballots) => {
      const given = count(ballots);
      const mirrored = count(ballots.map((one) => ({ ...one, choice: MIRROR[one.choice] })));
      expect(mirrored.swing).toEqual(
        given.swing && { ...given.swing, for: given.swing.against, against: given.swing.for },
      );
      expect(mirrored.interval).toEqual(given.interval && swapped(given.interval));
      expect(mirrored.conversion).toEqual(swapped(given.conversion));
      expect(mirrored.retention).toEqual(swapped(given.retention));
      expect(mirrored.stories).toEqual(given.stories);
      expect(mirrored.attrition).toEqual({
        ...given.attrition,
        bestWorst: swapped(given.attrition.bestWorst),
        margin: given.attrition.margin && mirroredInterval(given.attrition.margin),
      });
      expect(mirrored.margin?.points ?? 0).toBeCloseTo(-(given.margin?.points ?? 0), 9);
      expect(mirrored.margin?.standing).toBe(given.margin?.standing);
      expect(mirrored.fragility).toBe(given.fragility);
      expect(mirrored.tests?.coin).toBe(given.tests?.coin);
      const { up, down, midP } = given.tests?.direction ?? {};
      expect(mirrored.tests?.direction).toEqual(given.tests?.direction && { up: down, down: up, midP });
      const { winner, deadHeat, decisive } = given.verdict;
      expect(mirrored.verdict).toMatchObject({
        winner: winner && MIRROR[winner],
        deadHeat,
        decisive,
      });
      const [chi2, mirroredChi2] = [given, mirrored].map(({ tests }) => tests?.stuartMaxwell?.chi2 ?? -1);
      expect(mirroredChi2).toBeCloseTo(chi2 ?? Number.NaN, 9);
    }),
  );
});

test("a rebuttal's result holds nothing about its author", () => {
  const told = { ...rebuttal("r", { participantId: "ada" }), name: "Ada" };
  const [shown] = countResults(session({ rebuttals: [told] })).rebuttals;
  const none = { for: 0, against: 0, undecided: 0 };
  expect(shown).toEqual({
    ...{ id: "r", side: "for", body: "Body of r", at: 0, endorsed: 0, endorsements: none, uncamped: 0 },
    ...{ standing: 0.25, seen: 0, replies: 0, credits: 0 },
    movers: { toward: none, camps: none, uncamped: 0 },
  });
});

/** The swing if every seat that voted before or after had voted in both, as `answer` says. */
function fill(
  ballots: readonly CountedBallot[],
  answer: (round: "before" | "after", seat: number) => Choice,
) {
  const cast = new Map(ballots.map((one) => [`${one.participantId} ${one.round}`, one]));
  const seats = new Set(ballots.filter(({ round }) => round !== "reading").map((one) => one.participantId));
  const full = [...seats].flatMap((id, seat) =>
    (["before", "after"] as const).map(
      (round) => cast.get(`${id} ${round}`) ?? ballot(id, round, answer(round, seat)),
    ),
  );
  return count(full).swing;
}

/** Turns -0 into 0, since `toEqual` distinguishes them. */
function mirroredInterval([low, high]: Interval): Interval {
  return [-high + 0, -low + 0];
}

function swapped<T>(sides: Record<Side, T>): Record<Side, T> {
  return { for: sides.against, against: sides.for };
}
