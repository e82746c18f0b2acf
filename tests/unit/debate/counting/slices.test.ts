import fc from "fast-check";
import { expect, test } from "vitest";
import type { Encounter } from "#debate/counting/input.ts";
import { receive } from "#debate/counting/ranking.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import { rebuttal } from "./classroom.ts";

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
