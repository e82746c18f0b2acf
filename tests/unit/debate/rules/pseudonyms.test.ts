import { describe, expect, test } from "vitest";
import { LANGUAGES } from "#debate/rules/languages.ts";
import { glance } from "#debate/rules/lookalikes.ts";
import { NAME_LENGTH, nameAt } from "#debate/rules/names.ts";
import { PSEUDONYMS, pseudonym, pseudonymsFor } from "#debate/rules/pseudonyms.ts";
import { hasListedWord } from "#server/sessions/listed-words.ts";

const SHAPES = { en: /^[A-Z][a-z]+ [A-Z][a-z]+$/u, ja: /^\p{Script=Hiragana}+[\p{Script=Katakana}ー]+$/u };

describe.each(LANGUAGES)("[J3] [E4] pseudonyms in %s", (language) => {
  const laps = Array.from({ length: 3 * PSEUDONYMS }, (_, draw) => pseudonym(draw, language));
  const lap = laps.slice(0, PSEUDONYMS);

  test("4,096 of them, an adjective and an animal, short enough for a name, and none reserved", () => {
    expect(new Set(lap).size).toBe(4096);
    for (const name of lap) {
      expect(name).toMatch(SHAPES[language]);
      expect(name.length).toBeLessThanOrEqual(NAME_LENGTH / 2);
      expect(nameAt(name, 1)).toBe(name);
    }
  });

  test("after those they carry a numeral, and no two look the same", () => {
    const between = language === "en" ? " " : "";
    expect(laps[PSEUDONYMS]).toBe(`${lap[0]}${between}2`);
    expect(laps.at(-1)).toBe(`${lap.at(-1)}${between}3`);
    expect(new Set(laps.map(glance)).size).toBe(3 * 4096);
  });

  test("[W7] no pseudonym holds a rebuttal back", () => {
    expect(lap.filter((name) => hasListedWord(name, []))).toEqual([]);
  });
});

describe("[J3] how many pseudonyms are drawn from", () => {
  test("a session of 1,024 and more draws from four to eight times as many as it has seats", () => {
    expect([0, 1_023, 1_024, 2_047, 4_096, 10_000].map((joined) => pseudonymsFor(joined, 1))).toEqual([
      4_096, 4_096, 8_192, 8_192, 20_480, 40_960,
    ]);
  });

  test("after 20 draws of taken ones it draws from 4,096 more", () => {
    expect([20, 21, 41].map((attempt) => pseudonymsFor(0, attempt))).toEqual([4_096, 8_192, 12_288]);
  });
});
