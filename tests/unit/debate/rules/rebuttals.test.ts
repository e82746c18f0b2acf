import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PHASES } from "#debate/rules/phase-order.ts";
import { isClosed } from "#debate/rules/phases.ts";
import { firstStatus, hasRoom, mayArgue, quotesParagraph } from "#debate/rules/rebuttals.ts";
import { RULE_LENGTH } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";

const PARAGRAPH = "Do not do it.\n A town that sends its\u00a0customers away does not get others.";

describe("[R3] a quotation is the exact words of one paragraph", () => {
  test.each([
    ["a sentence", "Do not do it.", true],
    ["part of a word", "custom", true],
    ["white space folded as browsers do", "it. A town that sends its customers", true],
    ["other words", "A village that", false],
    ["another case", "do not do it.", false],
    ["more than the paragraph", `${PARAGRAPH} And more.`, false],
    ["spaces left out", "Atown that", false],
    ["nothing", "", false],
    ["only white space", " \n\u00a0", false],
  ])("%s", (_, exact, isQuotation) => {
    expect(quotesParagraph(exact, PARAGRAPH)).toBe(isQuotation);
  });

  test("every piece of a paragraph quotes it, also with its white space changed", () => {
    const words = fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1 });
    const gap = fc.constantFrom(" ", "\n", "\t ", "\u00a0");
    fc.assert(
      fc.property(words, gap, gap, fc.nat(), fc.nat(), (parts, between, other, from, length) => {
        const start = from % parts.length;
        const piece = parts.slice(start, start + 1 + (length % parts.length)).join(other);
        fc.pre(piece.trim() !== "");
        expect(quotesParagraph(piece, parts.join(between))).toBe(true);
      }),
    );
  });
});

test.each(PHASES)("[R1] who may argue in phase %s", (phase) => {
  const outside = { ok: false, code: isClosed(phase) ? "closed" : "wrong-phase" };
  expect(mayArgue({ phase, removed: false })).toEqual(
    phase === "rebuttal" ? { ok: true, value: undefined } : outside,
  );
  expect(mayArgue({ phase, removed: true })).toEqual({ ok: false, code: "removed" });
});

test("[R2] a rebuttal waits where the host approves first, and is published otherwise", () => {
  const first = (moderation: "before" | "after", holds: boolean, hasListedWord: boolean) =>
    firstStatus({ moderation, filter: { holds, words: [] } }, () => hasListedWord);
  expect(first("before", false, false)).toBe("pending");
  expect(first("after", false, true)).toBe("published");
  expect(first("after", true, false)).toBe("published");
  expect(first("after", true, true)).toBe("pending");
});

test("[R12] the class's rule is one line of at most 280 characters, or none", () => {
  const ruleOf = (rule: string) => Settings.safeParse({ rule }).data?.rule;
  expect(ruleOf(" Be kind.\n\u0007 Be \t brief. ")).toBe("Be kind. Be brief.");
  for (const nothing of ["", " \n", "\u200b\u2060"]) expect(ruleOf(nothing)).toBe("");
  expect(ruleOf("🦉".repeat(RULE_LENGTH))).toBe("🦉".repeat(RULE_LENGTH));
  expect(ruleOf("x".repeat(RULE_LENGTH + 1))).toBeUndefined();
});

describe("[R14] the limit grows with the class, and no one can use up what is left", () => {
  /** How many rebuttals each seat has when all write in turns for as long as they find room. */
  function fill(greedy: number, seats: number): number[] {
    const own = Array.from({ length: greedy }, () => 0);
    let all = 0;
    for (let before = -1; before !== all; ) {
      before = all;
      for (let seat = 0; seat < greedy; seat += 1) {
        if (!hasRoom({ own: own[seat] ?? 0, all, seats, withdrawn: 0 })) continue;
        own[seat] = (own[seat] ?? 0) + 1;
        all += 1;
      }
    }
    return own;
  }

  test.each([
    // [R7] A class of five is never in its way: 5 x 36 = 180 in turns, and one alone has 50.
    [5, 5, 36],
    [1, 5, 50],
    // In a class of 30, five who write all they can have 36 each of room for 400, and all thirty 11.
    [5, 30, 36],
    [30, 30, 11],
    // In a class of 300, room is for 1,500.
    [5, 300, 50],
    [300, 300, 5],
    [30, 1_000, 50],
    [1_000, 1_000, 5],
  ])("%i students who write all they can, in a class of %i, have %i each", (greedy, seats, each) => {
    const own = fill(greedy, seats);
    expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
    expect(Math.min(...own)).toBe(each);
  });

  test("the first five of each seat are accepted, whatever others wrote, until there are 5,000", () => {
    expect(hasRoom({ own: 4, all: 4_999, seats: 60, withdrawn: 0 })).toBe(true);
    expect(hasRoom({ own: 5, all: 400, seats: 60, withdrawn: 0 })).toBe(false);
    expect(hasRoom({ own: 0, all: 5_000, seats: 6_000, withdrawn: 0 })).toBe(false);
  });
});
