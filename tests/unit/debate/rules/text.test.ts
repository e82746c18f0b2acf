import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { webAddressOf } from "#debate/rules/incoming-links.ts";
import { quotesParagraph } from "#debate/rules/rebuttals.ts";
import { cleanText } from "#debate/rules/text.ts";

describe("[W5] characters that carry meaning stay", () => {
  test.each([
    ["a family of four", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}"],
    ["a rainbow flag", "\u{1f3f3}\ufe0f\u200d\u{1f308}"],
    ["the flag of Scotland", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
    ["a keycap", "1\ufe0f\u20e3"],
    ["Persian with its non-joiner", "\u0645\u06cc\u200c\u0634\u0648"],
    ["Arabic with vowels and shadda", "\u0645\u064f\u062d\u064e\u0645\u064e\u0651\u062f\u064c"],
    ["Hindi with joiner", "\u0915\u094d\u200d\u0937"],
    ["Malayalam ending in a joiner", "\u0d05\u0d35\u0d28\u0d4d\u200d"],
    ["Burmese with six marks on a letter", "\u1000\u103c\u103d\u103e\u102d\u102f\u1004\u103a"],
    ["a Japanese name in its own form", "\u845b\u{e0100}\u57ce"],
    ["Mongolian with a variant", "\u1820\u180b\u182f"],
    ["lines, tabs and one blank line", "a\n\tb\n\nc"],
  ])("%s", (_, text) => {
    expect(cleanText(text)).toBe(text.normalize("NFC"));
  });
});

describe("[W5] characters that only hide, reverse or cover text are removed", () => {
  test.each([
    ["zero-width characters", "f\u200bo\u2060o\ufeff\u200d\u200c", "foo"],
    ["Hangul fillers", "a\u3164b\u115f\u1160\uffa0", "ab"],
    ["blank Braille is a space", "a\u2800b", "a b"],
    ["words hidden in tags", "hi\u{e0068}\u{e0069}", "hi"],
    ["words hidden behind a false flag", "\u{1f3f4}\u{e0068}\u{e0069}", "\u{1f3f4}"],
    ["words hidden in variation selectors", "\u{1f600}\u{e0100}\u{e0158}\ufe01x\ufe0f", "\u{1f600}x"],
    [
      "overrides, embeddings and isolates",
      "\u202efdp.exe\u202c \u2067a\u2069 \u202ab\u200f\u200e\u061c",
      "fdp.exe a b",
    ],
    ["a second joiner", "\u0915\u094d\u200d\u200d\u0937", "\u0915\u094d\u200d\u0937"],
    ["marks of annotation, and noncharacters", "a\ufff9b\ufffbc\uffff\u{1fffe}", "abc"],
    ["all but four marks", `z${"\u0335\u0315".repeat(20)}a`, "z\u0335\u0335\u0315\u0315a"],
    ["all but eight points in Hebrew", `\u05d0${"\u05b0".repeat(12)}`, `\u05d0${"\u05b0".repeat(8)}`],
    ["marks that joiners keep apart", `\u0628${"\u0650\u200d".repeat(9)}`, "\u0628\u0650\u200d\u0650\u0650"],
    ["marks that come apart into two", `a${"\u0344".repeat(9)}`, "\u00e4\u0301\u0308\u0301\u0308"],
    ["many blank lines", "a\n\n\n \n\t\nb", "a\n\nb"],
    ["accents typed apart are put together", "e\u0302\u0301", "\u1ebf"],
  ])("%s", (_, text, kept) => {
    expect(cleanText(text)).toBe(kept);
  });
});

const PIECES = fc.constantFrom(
  ..."aZ1# \n\t\r\u0301\u0323\u0344\u0338\u200b\u200c\u200d\u202e\u2066\ufe0f\ufe0e\u20e3\u3164\u2800\u0000\u00ad".split(
    "",
  ),
  ..."\u061c\u17b4\u0915\u094d\u0628\u0650\u05e9\u05c1\u1000\u103c\u1100\u1161\u11a8\u0958\u09c7\u09be\u180b\u1820\u845b".split(
    "",
  ),
  ..."\u{1f469}|\u{1f3fd}|\u2764|\u{1f3f4}|\u{e0067}|\u{e007f}|\u{e0100}|\ud83d|\u2028|\uffff".split("|"),
);

test("[W5] cleaning changes nothing in clean text, and never makes text longer", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const kept = cleanText(text);
      expect(cleanText(kept)).toBe(kept);
      expect(kept).not.toMatch(
        /[\u202a-\u202e\u2066-\u2069\u00ad\u200b\u3164]|\p{Cs}|\p{M}{9}|\n\s*\n\s*\n/u,
      );
      expect(kept.normalize("NFC")).toBe(kept);
    }),
    { numRuns: 700 },
  );
});

test("[W5] cleaning a million characters takes time that grows with their number", {
  timeout: 60_000,
}, () => {
  for (const unit of [
    "\u00e9",
    "\u0301\u0323",
    "\u200b",
    "\n ",
    "\u{1f469}\u200d",
    "\u{1f3f4}\u{e0067}",
    "\u845b\u{e0100}",
  ])
    cleanText(`a${unit.repeat(1_000_000 / unit.length)}b`);
});

test("[R3] a paragraph that holds invisible characters can still be quoted", () => {
  expect(quotesParagraph("co-operate in the caf\u00e9", "They co-\u00adoperate in the cafe\u0301.")).toBe(
    true,
  );
});

describe("[W6] a link", () => {
  const kept = (address: string) => webAddressOf(100).safeParse(address).data;

  test.each(["https://a.example", "http://a.example/b?c=d#e", "https://ja.example/wiki/\u65e5\u672c"])(
    "%s stays as it was typed",
    (address) => {
      expect(kept(address)).toBe(address);
    },
  );

  test.each([
    ["https://bank.example@evil.example/", "https://evil.example/"],
    ["https://user:secret@a.example/b", "https://a.example/b"],
    ["https://a.example/\u202egpj.exe", "https://a.example/%E2%80%AEgpj.exe"],
    ["https://a.example/b c", "https://a.example/b%20c"],
    ["https://a.ex\u00adample/", "https://a.example/"],
  ])("%s is %s", (typed, plain) => {
    expect(kept(typed)).toBe(plain);
  });

  test("[W1] with a host longer than any real one is refused", () => {
    const parsed = (host: string) => webAddressOf(2_000).safeParse(`https://${host}/b`).success;
    expect(parsed(`user:${"x".repeat(200)}@a.example:8080`)).toBe(true);
    expect(parsed(`${"a".repeat(50)}.${"b".repeat(60)}.example`)).toBe(true);
    expect(parsed(`a${"\u0323\u0301".repeat(150)}`)).toBe(false);
  });

  test.each([
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "https:a.example",
    "//a.example",
    "ftp://a.example",
    `https://a.example/${"x".repeat(100)}`,
  ])("[D4] %j is not a link", (address) => {
    expect(kept(address)).toBeUndefined();
  });
});
