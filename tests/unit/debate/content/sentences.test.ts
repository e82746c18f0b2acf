import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import { SEED } from "#tests/support/newsletter.ts";

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

  test("[D8] no sentence of the built-in debate is empty or a stump", () => {
    for (const { paragraphs } of BUILT_IN_DEBATE.positions) {
      for (const { text } of paragraphs) {
        for (const sentence of sentencesOf(text)) expect(sentence.length).toBeGreaterThan(12);
      }
    }
  });

  test.each([
    ["Forget it. Japan waits.", ["Forget it.", "Japan waits."]],
    [
      "It follows U.S. policies. Mr. Abe and Dr. Trenin disagree.",
      ["It follows U.S. policies.", "Mr. Abe and Dr. Trenin disagree."],
    ],
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
    [
      "Islands, fish, etc. The list is long, e.g. Crabs and so on.",
      ["Islands, fish, etc.", "The list is long, e.g. Crabs and so on."],
    ],
    ["Well ... perhaps. Wait... Then go!", ["Well ... perhaps.", "Wait...", "Then go!"]],
    ["日本は動く。ロシアは待つ。", ["日本は動く。", "ロシアは待つ。"]],
    ["「行く。」と言った。彼は帰った。", ["「行く。」と言った。", "彼は帰った。"]],
    ["「行く。」彼は帰った。『なぜ？』が残る。", ["「行く。」", "彼は帰った。", "『なぜ？』が残る。"]],
    [
      "「切り札だ！」は誤りだ。「はい。」でも遅い。",
      ["「切り札だ！」は誤りだ。", "「はい。」", "でも遅い。"],
    ],
    ["なぜか？と問う。本当か！？もし違えば困る。", ["なぜか？と問う。", "本当か！？", "もし違えば困る。"]],
    [
      "動いた（と見られる。）。次は（待つ。）次だ。",
      ["動いた（と見られる。）。", "次は（待つ。）", "次だ。"],
    ],
    ["彼は来た。とはいえ遅い。のどかな町だ。", ["彼は来た。", "とはいえ遅い。", "のどかな町だ。"]],
  ])("[D9] %s", (text, sentences) => {
    expect(trimmed(text)).toEqual(sentences);
  });

  test.skipIf(!SEED)(
    "[D9] the real closing paragraph has five sentences, with a numbered list within one",
    () => {
      const paragraph = SEED?.split("\n").find((line) => line.startsWith("In Japan, Prime Minister")) ?? "";
      expect(trimmed(paragraph).map((sentence) => sentence.slice(0, 14))).toEqual([
        "In Japan, Prim",
        "He is aiming t",
        "In fact, all t",
        "Discussions ov",
        "The remaining ",
      ]);
    },
  );

  test("[D8] a megabyte is split in time that grows with its length", () => {
    for (const unit of [".", ". ", "A. ", "” ", "a", " "]) {
      const text = unit.repeat(1_000_000 / unit.length);
      const started = performance.now();
      expect(sentencesOf(text).join("").length).toBe(text.length);
      expect(performance.now() - started).toBeLessThan(15_000);
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
