import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf } from "#debate/content/sentences.ts";

const trimmed = (text: string) => sentencesOf(text).map((sentence) => sentence.trim());

describe("sentencesOf", () => {
  test("[D8] joined, the sentences are the text", () => {
    const alphabet = [...'aB1 .?!…”’")(“\n\u00a0。」と？', "U.S.", "Dr. ", "é"];
    const unit = fc.constantFrom(...alphabet);
    fc.assert(
      fc.property(fc.string({ unit }), (text) => sentencesOf(text).join("") === text),
      { numRuns: 2_000 },
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => sentencesOf(text).join("") === text));
    expect(sentencesOf("")).toEqual([]);
  });

  test.each([
    [
      "A U.S. Treasury note. It came from the U.S. The rest did not.",
      ["A U.S. Treasury note.", "It came from the U.S.", "The rest did not."],
    ],
    ["The 4,300 km-long border grew 2.5 times. So?", ["The 4,300 km-long border grew 2.5 times.", "So?"]],
    ["He calls it “peace.” She does not.", ["He calls it “peace.”", "She does not."]],
    ["“Why?” he asked. “Because!”", ["“Why?” he asked.", "“Because!”"]],
    [
      "See No. 5 and Vol. 2. No. It is in Issue 2. Read it.",
      ["See No. 5 and Vol. 2.", "No.", "It is in Issue 2.", "Read it."],
    ],
    ["J. R. Smith vs. K. Jones (Tokyo, 1992). Done.", ["J. R. Smith vs. K. Jones (Tokyo, 1992).", "Done."]],
    ["1. Russia is large. 2. It is cold.", ["1. Russia is large.", "2. It is cold."]],
    ["Well ... perhaps. Wait... Then go!", ["Well ... perhaps.", "Wait...", "Then go!"]],
    ["「行く。」と言った。彼は帰った。", ["「行く。」と言った。", "彼は帰った。"]],
    ["「行く。」彼は帰った。『なぜ？』が残る。", ["「行く。」", "彼は帰った。", "『なぜ？』が残る。"]],
    ["なぜか？と問う。本当か！？もし違えば困る。", ["なぜか？と問う。", "本当か！？", "もし違えば困る。"]],
    [
      "動いた（と見られる。）。次は（待つ。）次だ。",
      ["動いた（と見られる。）。", "次は（待つ。）", "次だ。"],
    ],
  ])("[D9] %s", (text, sentences) => {
    expect(trimmed(text)).toEqual(sentences);
  });

  test("[D8] a megabyte is split in time that grows with its length", () => {
    for (const unit of [".", ". ", "A. ", "” ", "a", " "]) {
      const text = unit.repeat(1_000_000 / unit.length);
      expect(sentencesOf(text).join("").length).toBe(text.length);
    }
  });
});

test("[D9] each entry of a list is a sentence of its own", () => {
  expect(sentencesOf("Three reasons:\n• cost\n• time. And more.\n12. risk")).toEqual([
    "Three reasons:\n",
    "• cost\n",
    "• time. ",
    "And more.\n",
    "12. risk",
  ]);
});
