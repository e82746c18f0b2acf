import fc from "fast-check";
import { expect, test } from "vitest";
import { drained, STRIDE } from "#debate/counting/drained.ts";
import type { Encounter } from "#debate/counting/input.ts";
import { receive, receiveInSlices } from "#debate/counting/ranking.ts";
import { countInSlices, countResults } from "#debate/counting/results.ts";
import { mixExact, mixExactInSlices } from "#debate/counting/statistics.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import { ballot, movesOf, rebuttal, session } from "./classroom.ts";

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

/** How often work yields, and the most of something that it did in between. */
function watched<T>(work: Generator<void, T>, done: () => number) {
  let [yields, most, before] = [0, 0, 0];
  for (let step = work.next(); !step.done; step = work.next()) {
    yields += 1;
    most = Math.max(most, done() - before);
    before = done();
  }
  return { yields, most: Math.max(most, done() - before) };
}

/** 3,000 seats that were all shown 40 rebuttals. */
function hall() {
  const seats = Array.from({ length: 3_000 }, (_, seat) => `seat-${seat}`);
  const rebuttals = Array.from({ length: 40 }, (_, n) => rebuttal(`r${n}`));
  const exposures = rebuttals.flatMap(({ id }) =>
    seats.map((participantId) => ({ participantIds: [participantId], rebuttalId: id })),
  );
  return { seats, rebuttals, exposures };
}

test("[L15] between two yields the readers of one rebuttal are looked at, at most twice", () => {
  const { seats, rebuttals, exposures } = hall();
  let looks = 0;
  const campOf = (): Choice => {
    looks += 1;
    return "for";
  };
  const endorsements = exposures.filter((_, index) => index % 4 === 0);
  const { yields, most } = watched(receiveInSlices(rebuttals, endorsements, exposures, campOf), () => looks);
  // Each author twice more.
  expect(looks).toBe(exposures.length + endorsements.length + 2 * rebuttals.length);
  expect(most).toBeLessThanOrEqual(2 * (seats.length + 1));
  expect(yields).toBeGreaterThanOrEqual((exposures.length + endorsements.length) / STRIDE);
});

test("[L15] small rebuttals share a slice of at most a thousand readers more than it has", () => {
  const rebuttals = Array.from({ length: 5_000 }, (_, n) => rebuttal(`r${n}`));
  const { yields } = watched(
    receiveInSlices(rebuttals, [], [], () => undefined),
    () => 0,
  );
  expect(yields).toBe(rebuttals.length / STRIDE);
});

test("[L15] [S12] the exact test yields each 20,000 outcomes or a row of them, and its result is the same", () => {
  // 99 movers in each pair: 10^6 outcomes.
  const moves = movesOf([
    [0, 50, 50],
    [49, 0, 40],
    [49, 59, 0],
  ]);
  const { yields } = watched(mixExactInSlices(moves), () => 0);
  expect(yields).toBeGreaterThanOrEqual(1e6 / 20_100 - 1);
  expect(mixExact(moves)).toBe(drained(mixExactInSlices(moves)));
});

test("[L15] a whole class is counted to the same results in slices", () => {
  const { seats, rebuttals, exposures } = hall();
  const input = session({
    ballots: seats.flatMap((seat, index) => [
      ballot(seat, "before", CHOICES[index % 3] ?? "for"),
      ballot(seat, "after", CHOICES[(index * 7) % 3] ?? "for"),
    ]),
    rebuttals,
    exposures,
    endorsements: exposures.filter((_, index) => index % 5 === 0),
  });
  const work = countInSlices(input);
  let step = work.next();
  let yields = 0;
  for (; !step.done; step = work.next()) yields += 1;
  expect(step.value).toEqual(countResults(input));
  expect(yields).toBeGreaterThan(100);
});
