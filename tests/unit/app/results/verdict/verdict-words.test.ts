import fc from "fast-check";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { verdictIn } from "#app/results/verdict/use-verdict-words.ts";
import type { SaidFacts } from "#debate/counting/verdict-facts.ts";
import { verdictWords } from "#debate/counting/verdict-words.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en: english, ja: japanese } = ALL_WORDS;

const say = {
  en: createTranslator({ locale: "en", messages: english, namespace: "verdict" }),
  ja: createTranslator({ locale: "ja", messages: japanese as typeof english, namespace: "verdict" }),
};

const people = fc.nat({ max: 12_345 });
const few = fc.integer({ min: 1, max: 14 });
const side = fc.constantFrom("for" as const, "against" as const);
const fromTo = fc.oneof(
  fc.record({ before: people, after: people }),
  people.map((n) => ({ before: n, after: n })),
);
const moved = {
  provisional: fc.boolean(),
  n: fc.oneof(few, people),
  toward: fc.record({ for: fc.oneof(few, people), against: fc.oneof(few, people) }),
  people: fc.record({ for: fromTo, against: fromTo }),
};
/** What results that an older version showed a class have nothing of. */
const newer = <T>(facts: fc.Arbitrary<T>) =>
  fc
    .tuple(facts, fc.option(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5_000 }))))
    .map(([each, votedOnce]) => ({ ...each, ...(votedOnce !== null && { votedOnce }) }));
const claim = fc.constantFrom(...(["clear", "small", "leaning", "close", "few"] as const));
const won = fc
  .record({
    kind: fc.constant("won" as const),
    winner: side,
    standing: fc.constantFrom("clear" as const, "leaning" as const, "close" as const),
    movers: people,
    fragility: fc.oneof(few, fc.integer({ min: 1, max: 12_345 })),
    otherStanding: fc.option(
      fc.record({ people: fc.oneof(few, fc.integer({ min: 1, max: 12_345 })), claim }),
    ),
    ...moved,
  })
  .map(({ otherStanding, ...facts }) => ({
    ...{ ...facts, leader: facts.winner },
    ...(otherStanding && { otherStanding }),
  }));
const deadHeat = fc.record({
  kind: fc.constant("dead-heat" as const),
  standing: fc.constant("close" as const),
  leader: fc.option(side),
  movers: people,
  fragility: fc.option(few),
  ...moved,
});
const smallLead = deadHeat.map((facts) => ({ ...facts, isSmallLead: true as const }));
const fewMoved = fc
  .tuple(deadHeat, fc.integer({ min: 1, max: 4 }), fc.nat({ max: 30 }))
  .map(([facts, movers, stayed]) => ({ ...facts, standing: "few" as const, movers, n: movers + stayed }));
const facts: fc.Arbitrary<SaidFacts> = fc.oneof(
  newer(won),
  newer(deadHeat),
  newer(smallLead),
  newer(fewMoved),
  fc.record({ kind: fc.constant("after-not-held" as const), firstOnly: people }),
  fc.record({ kind: fc.constant("nobody-voted-twice" as const), firstOnly: people, lastOnly: people }),
  fc.constant({ kind: "nobody-voted-twice" as const, firstOnly: 0, lastOnly: 0 }),
  fc.record({
    kind: fc.constant("nobody-moved" as const),
    provisional: fc.boolean(),
    n: fc.oneof(few, people),
  }),
  fc.record({ kind: fc.constant("in-short" as const), winner: fc.option(side) }),
  fc.constant({ kind: "too-few" as const }),
);

describe("[E3] a verdict said by messages", () => {
  test("in English is that of the API, letter for letter", () => {
    fc.assert(
      fc.property(facts, (each) => {
        expect(verdictIn(say.en, each)).toEqual(verdictWords(each));
      }),
      { numRuns: 1_000 },
    );
  });

  test("in Japanese has whole sentences, without spaces and Latin letters, and every number of the English one's", () => {
    fc.assert(
      fc.property(facts, (each) => {
        const { headline, detail, sentence } = verdictIn(say.ja, each);
        expect(sentence).toBe(headline + detail);
        for (const text of [headline, detail]) expect(text).toMatch(/^[^\sA-Za-z.,:;]+。$/u);
        const numbers = verdictWords(each).sentence.match(/\d+/gu) ?? [];
        expect(sentence.match(/\d+/gu) ?? []).toEqual(expect.arrayContaining(numbers));
      }),
      { numRuns: 1_000 },
    );
  });
});
