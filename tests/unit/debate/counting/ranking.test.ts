import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Encounter } from "#debate/counting/input.ts";
import {
  isCommonGround,
  isStandingPublic,
  mostEndorsed,
  publicStanding,
  type Ranked,
  rank,
  receive,
  standing,
} from "#debate/counting/ranking.ts";
import { emptyTally, total } from "#debate/counting/tally.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import { rebuttal } from "./classroom.ts";

/** Participants are named after their camp: "for-1", "against-2"; others voted too late to have one. */
function campOf(participantId: string): Choice | undefined {
  return (["for", "against", "undecided"] as const).find((choice) => participantId.startsWith(`${choice}-`));
}

function encounters(rebuttalId: string, ...participants: string[]) {
  return participants.map((participantId) => ({ participantIds: [participantId], rebuttalId }));
}

test("[K7] the host is shown a standing only where five people of the two camps saw the rebuttal", () => {
  expect(isStandingPublic({ standing: 0.5, seen: 4 })).toBe(false);
  expect(isStandingPublic({ standing: 0.5, seen: 5 })).toBe(true);
  expect(isStandingPublic({ standing: null, seen: null })).toBe(false);
});

test("[K2] a majority, however large and united, lifts its own no higher than 1/(opponents + 2)", () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.nat(500), (majority, opponents) => {
      const exposed = { for: majority, against: opponents, undecided: 0 };
      const united = standing({ for: majority, against: 0, undecided: 0 }, exposed);
      expect(united).toBeLessThan(1 / (opponents + 2));
      if (opponents < 2) return;
      const half = {
        for: Math.ceil(majority / 2),
        against: Math.ceil(opponents / 2),
        undecided: 0,
      };
      expect(united).toBeLessThan(standing(half, exposed));
    }),
  );
});

test("[K4] [R30] the authors of what was merged count as readers, too, each once", () => {
  const merged = [by("s", "against-1"), by("t", "for-1"), by("u", "against-1")];
  const head = rebuttal("r", { participantId: "for-1", merged });
  const [received] = receive([head], encounters("r", "for-2", "against-1"), [], campOf);
  expect(received).toMatchObject({
    endorsements: { for: 1, against: 0, undecided: 0 },
    exposed: { for: 2, against: 1, undecided: 0 },
  });
});

const by = (id: string, participantId: string) => ({ id, participantId });

test("[K5] opponents' choice: standing, then endorsements, then the older, then the id", () => {
  expectOrder([
    ranked("high", { standing: 0.5, uncamped: 1 }),
    ranked("liked", { endorsements: { for: 0, against: 0, undecided: 2 } }),
    ranked("once", { uncamped: 1 }),
    ranked("older", { at: 1 }),
    ranked("a", { at: 2 }),
    ranked("b", { at: 2 }),
  ]);
});

test("[K10] the class's order: endorsements of all, then the older, then the id", () => {
  const some = [
    { id: "most", at: 9, endorsed: 3 },
    { id: "older", at: 1, endorsed: 2 },
    { id: "a", at: 2, endorsed: 2 },
    { id: "b", at: 2, endorsed: 2 },
  ];
  expect(mostEndorsed(some.toReversed(), ({ endorsed }) => endorsed)).toEqual(some);
});

function ranked(id: string, given: Partial<Ranked> = {}): Ranked {
  return {
    id,
    at: 9,
    standing: 0.25,
    seen: 0,
    endorsements: emptyTally(),
    uncamped: 0,
    replies: 0,
    ...given,
  };
}

function expectOrder(expected: Ranked[]) {
  expect(rank(expected.toReversed()).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
}

describe("[K8] common ground", () => {
  const of = (pro: number, against: number) => ({ for: pro, against, undecided: 0 });

  test.each([
    ["60 % of five in both camps", of(3, 3), of(5, 5), true],
    ["less than 60 % of one camp", of(3, 5), of(6, 5), false],
    ["four readers in a camp", of(4, 5), of(4, 5), false],
  ])("%s", (_, endorsed, exposed, expected) => {
    expect(isCommonGround(endorsed, exposed)).toBe(expected);
  });
});

describe("[K11] common ground that the class is told", () => {
  const of = (pro: number, against: number) => ({ for: pro, against, undecided: 0 });

  test.each([
    ["five endorsers in each camp, whoever of them wrote it", of(5, 6), of(6, 6), ["for"], true],
    ["the same with an author of the other camp", of(6, 5), of(6, 6), ["against"], true],
    ["five in the author's own camp only with the author", of(4, 6), of(5, 6), ["for"], false],
    ["five in a camp only if the author is of it", of(5, 6), of(5, 7), ["against"], false],
    ["an author who did not vote first", of(6, 6), of(6, 6), [undefined], true],
    ["less than 60 % of one camp", of(5, 6), of(10, 6), ["for"], false],
  ] as const)("%s: %#", (_, endorsed, exposed, authors, isTold) => {
    expect(publicStanding(endorsed, exposed, authors) !== null).toBe(isTold);
  });

  test("is common ground for the host, too, with five endorsers in each camp without the author", () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), camps, (pro, against, more, others, camp) => {
        const endorsed = of(pro, against);
        const exposed = of(
          pro + more + Number(camp === "for"),
          against + others + Number(camp === "against"),
        );
        if (publicStanding(endorsed, exposed, [camp]) === null) return;
        expect(isCommonGround(endorsed, exposed)).toBe(true);
        expect(Math.min(pro, against)).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  test("choice and standing stay when the author and someone who endorsed swap their first votes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (pro, against) => {
        const exposed = of(pro + 2, against + 1);
        const ofFor = publicStanding(of(pro - 1, against), exposed, ["for"]);
        expect(publicStanding(of(pro, against - 1), exposed, ["against"])).toBe(ofFor);
      }),
    );
  });
});

const camps = fc.constantFrom<Choice | undefined>("for", "against", "undecided", undefined);

const SEATS = Array.from({ length: 12 }, (_, seat) => `seat-${seat}`);
const IDS = ["r1", "r2", "r3"];
const anEncounter: fc.Arbitrary<Encounter> = fc.record({
  participantIds: fc.array(fc.constantFrom(...SEATS), { maxLength: 3 }),
  rebuttalId: fc.constantFrom(...IDS),
});
const someEncounters = fc.array(anEncounter, { maxLength: 80 });
const someCamps = fc.dictionary(fc.constantFrom(...SEATS), fc.constantFrom(...CHOICES));

test("[K1] [K3] [K4] what a rebuttal received is what one finds who looks at one person after the other", () => {
  const ofClass = fc.record({ endorsements: someEncounters, exposures: someEncounters, camps: someCamps });
  fc.assert(
    fc.property(ofClass, ({ endorsements, exposures, camps }) => {
      const rebuttals = IDS.map((id, index) => rebuttal(id, { participantId: SEATS[index] ?? "" }));
      const received = receive(rebuttals, endorsements, exposures, (seat) => camps[seat]);
      for (const [index, { id, participantId: author }] of rebuttals.entries()) {
        const met = (among: Encounter[], seat: string) =>
          seat !== author &&
          among.some((each) => each.rebuttalId === id && each.participantIds.includes(seat));
        const endorsed = SEATS.filter((seat) => met(endorsements, seat));
        const readers = SEATS.filter((seat) => seat === author || met([...endorsements, ...exposures], seat));
        const of = (people: string[], camp?: Choice) => people.filter((seat) => camps[seat] === camp).length;
        const share = (camp: Choice) => (of(endorsed, camp) + 1) / (of(readers, camp) + 2);
        expect(received[index]).toMatchObject({
          endorsements: Object.fromEntries(CHOICES.map((camp) => [camp, of(endorsed, camp)])),
          uncamped: of(endorsed),
          seen: of(readers, "for") + of(readers, "against"),
        });
        expect(received[index]?.standing).toBeCloseTo(share("for") * share("against"), 12);
      }
    }),
  );
});

test("[K5] in opponents' choice what no one endorsed comes after all that someone did", () => {
  const counts = fc.record({ for: fc.nat(4), against: fc.nat(4), undecided: fc.nat(2) });
  const received = fc.record({
    endorsements: fc.option(counts, { nil: emptyTally() }),
    others: counts,
    at: fc.nat(3),
  });
  const isEndorsed = ({ endorsements }: Pick<Ranked, "endorsements">) => total(endorsements) > 0;
  fc.assert(
    fc.property(fc.array(received, { maxLength: 8 }), (some) => {
      const rebuttals = some.map(({ endorsements, others, at }, index) => {
        const exposed = emptyTally();
        for (const choice of CHOICES) exposed[choice] = endorsements[choice] + others[choice];
        return ranked(`${index}`, { endorsements, at, standing: standing(endorsements, exposed) });
      });
      const order = rank(rebuttals).map(isEndorsed);
      expect(order).toEqual([...order].sort((one, other) => Number(other) - Number(one)));
    }),
    // Unseen it has 1/2 * 1/2, and what four of a camp of 20 liked 5/22 * 1/22.
    { examples: [[[{ endorsements: emptyTally(), others: emptyTally(), at: 0 }, LIKED]]] },
  );
});

const LIKED = {
  endorsements: { for: 4, against: 0, undecided: 0 },
  others: { for: 16, against: 20, undecided: 0 },
  at: 0,
};
