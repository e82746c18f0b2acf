import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { glance } from "#debate/rules/lookalikes.ts";
import { nameAt, readName } from "#debate/rules/names.ts";

/** The flag of England: a black flag, the letters gbeng as tags, and the tag that ends them. */
const ENGLAND = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";

describe("[J4] a typed name as it is stored", () => {
  test.each([
    ["spaces around and between", "  Ada \t  Lovelace ", "Ada Lovelace"],
    ["several lines become one", "Ada\r\nLovelace\u2028Byron", "Ada Lovelace Byron"],
    ["an emoji of several characters joined", "\u{1f469}\u200d\u{1f680} Ada", "\u{1f469}\u200d\u{1f680} Ada"],
    ["a flag made of tags", ENGLAND, ENGLAND],
    ["Persian with its non-joiner", "\u0645\u06cc\u200c\u0634\u0648", "\u0645\u06cc\u200c\u0634\u0648"],
    ["marks that turn the direction are taken out", "\u202eAda\u202c \u2066B\u2069", "Ada B"],
    ["control characters are taken out", "A\u0000da\u0007\u001b[31m", "A da [31m"],
    ["half of a surrogate pair is taken out", "Ada\ud83d", "Ada"],
    ["an accent typed apart is put together", "Jose\u0301", "Jos\u00e9"],
  ])("%s", (_, typed, kept) => {
    expect(readName(typed)).toBe(kept);
  });

  test.each([
    ["nothing", ""],
    ["only a joiner", "\u200d"],
    ["Hangul fillers", "\u3164\u115f\uffa0"],
    ["a blank Braille cell", "\u2800"],
    ["tags", "\u{e0041}\u{e007f}"],
    ["marks of direction", "\u200e\u200f\u061c\u202e"],
  ])("invisible text is not a name: %s", (_, typed) => {
    expect(readName(typed)).toBeNull();
  });

  test("whatever is typed: one line without control characters, the same when it is read again", () => {
    const pieces = fc.constantFrom(..." \n\u200d\u202e\u0301\u0000A\ud800\u3164".split(""));
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const name = readName(text);
        if (name === null) return;
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u);
        expect(name).toMatch(/[^\s\p{Default_Ignorable_Code_Point}]/u);
        expect(readName(name)).toBe(name);
      }),
    );
  });
});

test('[J6] words for the reader and the host, such as "you" and "Instructor", count as names already taken', () => {
  expect(["Ada", "Youssef", "Hosteen"].map((name) => nameAt(name, 1))).toEqual(["Ada", "Youssef", "Hosteen"]);
  expect(nameAt("Ada", 2)).toBe("Ada (2)");
  expect(
    ["you", "YOU!", "Y0u", "\u04aeou", "H\u043est", "Instructor"].map((name) => nameAt(name, 1)),
  ).toEqual(["you (2)", "YOU! (2)", "Y0u (2)", "\u04aeou (2)", "H\u043est (2)", "Instructor (2)"]);
  expect(nameAt("you", 2)).toBe("you (3)");
  expect(["あなた", "先生", " 先 生", "進行役", "管理者", "先生太郎"].map((name) => nameAt(name, 1))).toEqual(
    ["あなた (2)", "先生 (2)", " 先 生 (2)", "進行役 (2)", "管理者 (2)", "先生太郎"],
  );
});

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
