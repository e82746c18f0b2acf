import { describe, expect, test } from "vitest";
import { glance } from "#debate/rules/lookalikes.ts";

describe("[J5] names that look the same", () => {
  test.each([
    ["in another case", "Ada Lovelace", "ADA lovelace"],
    ["without one", "Ada Lovelace", "AdaLovelace"],
    ["full-width", "Ada", "\uff21\uff44\uff41"],
    ["as mathematics", "Ada", "\u{1d4d0}\u{1d4ed}\u{1d4ea}"],
    ["with Cyrillic letters", "Scope", "\u0405\u0441\u043e\u0440\u0435"],
    ["with Greek letters", "Zoe", "\u0396\u03bf\u03b5"],
    ["with digits", "Lolo", "1010"],
    ["l, I and the bar", "Ali", "A|I"],
    ["two narrow letters for a wide one", "Mary W", "rnary vv"],
    ["punctuation", "O'Neil-Smith", "O\u2019Neil\u2010Smith."],
    ["invisible characters", "Ada", "A\u00add\u200ba\u3164"],
    ["an accent typed apart", "Jos\u00e9", "Jose\u0301"],
    ["kana like kanji", "\u529b\u53e3", "\u30ab\u30ed"],
  ])("%s", (_, one, other) => {
    expect(glance(other)).toBe(glance(one));
  });

  test.each([
    ["Ada", "Ida"],
    ["Jos\u00e9", "Jose"],
    ["Hoa", "H\u00f2a"],
    ["H\u00f2a", "H\u00f3a"],
    ["\u6e05\u6c34", "\u6c34\u6e05"],
    ["\u{1f98a}", "\u{1f43b}"],
  ])("%s is not %s", (one, other) => {
    expect(glance(other)).not.toBe(glance(one));
  });
});
