import { describe, expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { contentToStore, type Debate, storedDebate } from "#debate/content/debate.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";

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
