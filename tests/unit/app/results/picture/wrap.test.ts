import { expect, test } from "vitest";
import { wrap } from "#app/results/picture/wrap.ts";

/** Every character is one wide. */
const lines = (text: string, width: number) => wrap(text, width, (part) => [...part].length);

test("[V23] a saved picture's words are broken between words", () => {
  expect(lines("one two three", 7)).toEqual(["one two", "three"]);
  expect(lines("  ", 7)).toEqual([]);
});

test("[V23] a word is broken only where it is wider than a line", () => {
  expect(lines("a WWWWWWWW b", 3)).toEqual(["a", "WWW", "WWW", "WW", "b"]);
  expect(lines("領土問題は", 2)).toEqual(["領土", "問題", "は"]);
  expect(lines("領土、問題。は", 2)).toEqual(["領土、", "問題。", "は"]);
});
