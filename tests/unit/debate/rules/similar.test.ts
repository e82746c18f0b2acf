import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areSimilar, fingerprint, similarity } from "#debate/rules/similar.ts";

const similar = (one: string, other: string) => areSimilar(fingerprint(one), fingerprint(other));

const ISLANDS = "The islands are small, but the fishing grounds around them feed three prefectures.";

describe("[R25] two rebuttals are similar if they say the same in nearly the same words", () => {
  test.each([
    [ISLANDS, "the islands are small but the fishing grounds around them feed three prefectures"],
    [ISLANDS, "The islands are small, yet the fishing grounds around them feed three whole prefectures!"],
    [ISLANDS, "Yes. The islands are small, but fishing grounds around them feed three prefectures"],
    ["小さな島でも、周りの漁場は三つの県を支えています。", "小さな島でも周りの漁場は３つの県を支えている。"],
    ["ＡＢＣ条約は守られていない", "ABC条約は守られていない！"],
    // Two of four pieces of three letters: exactly half.
    ["abcd", "abcdef"],
  ])("%s / %s", (one, other) => expect(similar(one, other)).toBe(true));

  test.each([
    [ISLANDS, "The treaty of 1956 already settled two of the four islands, so talks have a place to begin."],
    [ISLANDS, "Fishing is small there: three boats in a year."],
    [
      "小さな島でも、周りの漁場は三つの県を支えています。",
      "1956年の宣言で、二島の返還はすでに約束されています。",
    ],
    ["Yes.", "No."],
    ["abcd", "abcdefg"],
    ["I agree with the first point.", "I disagree with the third paragraph of the other side."],
  ])("not %s / %s", (one, other) => expect(similar(one, other)).toBe(false));
});

const text = fc.string({ unit: "grapheme", maxLength: 600 });

test("[R25] of any texts: alike both ways, with itself, and whatever case, width, spaces and punctuation", () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [first, second] = [fingerprint(one), fingerprint(other)];
      expect(similarity(first, second)).toBe(similarity(second, first));
      expect(areSimilar(first, second)).toBe(areSimilar(second, first));
      expect(similarity(first, second)).toBeGreaterThanOrEqual(0);
      expect(similarity(first, second)).toBeLessThanOrEqual(1);
      expect(similar(one, one)).toBe(true);
      expect(similar(one, ` ${one}!? `)).toBe(true);
    }),
  );
});

const words = fc.array(fc.constantFrom(..."abcdefghij".split("").map((letter) => letter.repeat(4))), {
  minLength: 4,
  maxLength: 60,
});

test("[R25] what is looked at first leaves out nearly none that are similar", () => {
  let [found, all] = [0, 0];
  fc.assert(
    fc.property(words, words, fc.nat(100), (drawn, others, share) => {
      const other = drawn.map((word, at) => (at % 100 < share ? word : (others[at % others.length] ?? word)));
      const [one, two] = [fingerprint(drawn.join(" ")), fingerprint(other.join(" "))];
      const isSimilar = similarity(one, two) >= 0.5;
      if (!isSimilar) expect(areSimilar(one, two)).toBe(false);
      if (isSimilar) all += 1;
      if (areSimilar(one, two)) found += 1;
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(all * 0.99);
});
