import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentToStore, type Debate, storedDebate } from "#debate/content/debate.ts";
import { asMarkdown, readMarkdown } from "#debate/content/markdown.ts";
import type { Mark } from "#debate/content/marks.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

/** The marked words, by what they are marked as. */
const marked = (source: string) => {
  const { text, marks } = readMarkdown(source);
  return { text, marks: marks.map(({ as, from, to }) => [as, text.slice(from, to)]) };
};

describe("[D24] a paragraph of Markdown", () => {
  test.each<[string, string, [Mark["as"], string][]]>([
    ["Plain words.", "Plain words.", []],
    [
      "It is *very* likely, **not** certain.",
      "It is very likely, not certain.",
      [
        ["em", "very"],
        ["strong", "not"],
      ],
    ],
    ["これは**「強調」**です。", "これは「強調」です。", [["strong", "「強調」"]]],
    ["An open *star and \\*escaped\\* ones", "An open *star and *escaped* ones", []],
    ["Read [the report](https://csis.org/a_b_(c)) now", "Read the report now", [["link", "the report"]]],
    ["![A chart](https://a.example/x.png) here", "A chart here", []],
    ["<b>Bold</b> and `code` and # no heading", "<b>Bold</b> and `code` and # no heading", []],
    [
      "[Click](javascript:alert(1)) [here](data:text/html,x)",
      "[Click](javascript:alert(1)) [here](data:text/html,x)",
      [],
    ],
    [
      "Three reasons:\n- one\n- *two*,\n  on the next line\n3) three\nAnd so on,\nin one line.",
      "Three reasons:\n• one\n• two, on the next line\n3. three\nAnd so on, in one line.",
      [
        ["item", "• one"],
        ["em", "two"],
        ["item", "• two, on the next line"],
        ["item", "3. three"],
      ],
    ],
    [
      "She wrote:\n> I disagree.\n> Always.\n\nSo?",
      "She wrote:\nI disagree. Always.\nSo?",
      [["quote", "I disagree. Always."]],
    ],
    ["一行目\n二行目", "一行目二行目", []],
    ["[](https://a.example)", "[](https://a.example)", []],
  ])("%j reads %j", (source, text, marks) => {
    expect(marked(source)).toEqual({ text, marks });
  });

  test("links keep their address as typed, http and https only", () => {
    expect(readMarkdown('[a](http://a.example/?q=1 "Title")').marks).toEqual([
      { as: "link", from: 0, to: 1, href: "http://a.example/?q=1" },
    ]);
    expect(readMarkdown(`[a](https://a.example/${"x".repeat(2_000)})`).marks).toEqual([]);
    expect(readMarkdown(`[a](https://${"x".repeat(301)})`).marks).toEqual([]);
  });

  test("2,000 random plain texts, as Markdown, read as themselves, line by line", () => {
    const unit = fc.constantFrom(..."aあ *_[]()\\>-+1.!•\n", "](https://a.example)");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (words) => {
        const text = words
          .split("\n")
          .map((line) => line.replace(/\s+/g, " ").trim())
          .filter((line) => line !== "")
          .join("\n");
        if (text !== "") expect(readMarkdown(asMarkdown(text)).text).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});

const [first, second] = BUILT_IN_DEBATE.positions;
const written = (text: string, format?: "markdown"): Debate => ({
  ...BUILT_IN_DEBATE,
  ...(format && { format }),
  positions: [{ ...first, paragraphs: [{ n: 1, text, quoted: true }] }, second],
  versions: [{ id: "easy", label: "Simpler", for: ["It is **easy**."], against: ["No."] }],
});

describe("[D24] what a class gets of a debate", () => {
  test("in Markdown: plain text with marks beside it, in versions too, and it is stored like that", () => {
    const plain = inPlainText(written("It is *very* likely.", "markdown"));
    expect(plain.format).toBeUndefined();
    expect(plain.positions[0].paragraphs).toEqual([
      { n: 1, text: "It is very likely.", quoted: true, marks: [{ as: "em", from: 6, to: 10 }] },
    ]);
    expect(plain.versions?.[0]?.for).toEqual(["It is easy."]);
    expect(storedDebate(contentToStore(plain))).toEqual(plain);
    expect(inPlainText(plain)).toEqual(plain);
  });
});
