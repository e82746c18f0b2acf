import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PHASES } from "#debate/rules/phases.ts";
import { firstStatus, mayArgue, quotesParagraph } from "#debate/rules/rebuttals.ts";
import { RULE_LENGTH, Settings, USUAL_RULE } from "#debate/rules/settings.ts";

const PARAGRAPH = "Do not do it.\n A town that sends its\u00a0customers away does not get others.";

describe("[R3] a quotation is the exact words of one paragraph", () => {
  test.each([
    ["all of it", PARAGRAPH, true],
    ["a sentence", "Do not do it.", true],
    ["a word", "customers", true],
    ["part of a word", "custom", true],
    ["white space folded as browsers do", "it. A town that sends its customers", true],
    ["white space around it", "\n  A town \t that ", true],
    ["other words", "A village that", false],
    ["another case", "do not do it.", false],
    ["words left out", "A town that does not get others.", false],
    ["more than the paragraph", `${PARAGRAPH} And more.`, false],
    ["typographic marks of one's own", "“Do not do it.”", false],
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
  const outside = { ok: false, code: phase === "closed" ? "closed" : "wrong-phase" };
  expect(mayArgue({ phase, removed: false })).toEqual(
    phase === "rebuttal" ? { ok: true, value: undefined } : outside,
  );
  expect(mayArgue({ phase, removed: true })).toEqual({ ok: false, code: "removed" });
});

test("[R2] a rebuttal waits where the host approves first, and is published otherwise", () => {
  const first = (moderation: "before" | "after", filter: "off" | "hold", hasListedWord: boolean) =>
    firstStatus({ moderation, filter }, () => hasListedWord);
  expect(first("before", "off", false)).toBe("pending");
  expect(first("after", "off", true)).toBe("published");
  expect(first("after", "hold", false)).toBe("published");
  expect(first("after", "hold", true)).toBe("pending");
});

test("[J4][B5] the settings of a session that chose nothing are those of the contract", () => {
  expect(Settings.parse({})).toEqual({
    identity: "pseudonym",
    entry: "open",
    readingVote: false,
    positionsFrom: "reading",
    moderation: "after",
    confidence: true,
    reasons: true,
    credit: true,
    smallGroups: "tell",
    wall: "host",
    rule: USUAL_RULE,
    filter: "off",
    filterWords: [],
  });
  expect(Settings.safeParse({ identity: "secret" }).success).toBe(false);
  expect(Settings.safeParse({ music: true }).success).toBe(false);
});

test("[R12] the class's rule is one line of at most 280 characters, or none", () => {
  const ruleOf = (rule: string) => Settings.safeParse({ rule }).data?.rule;
  expect(ruleOf(" Be kind.\n\u0007 Be \t brief. ")).toBe("Be kind. Be brief.");
  for (const nothing of ["", " \n", "\u200b\u2060"]) expect(ruleOf(nothing)).toBe("");
  expect(ruleOf("🦉".repeat(RULE_LENGTH))).toBe("🦉".repeat(RULE_LENGTH));
  expect(ruleOf("x".repeat(RULE_LENGTH + 1))).toBeUndefined();
});
