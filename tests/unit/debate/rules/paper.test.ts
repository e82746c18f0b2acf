import { expect, test } from "vitest";
import { CORE_PHASES } from "#debate/rules/core-phases.ts";
import { isSlipOf, roundsOnPaper, slipIn } from "#debate/rules/paper.ts";
import { LESSON_PHASES } from "#debate/rules/phase-order.ts";
import { phonesIn } from "#debate/rules/phones.ts";
import { Settings } from "#debate/rules/settings.ts";

const plain = Settings.parse({});
const withReading = Settings.parse({ questions: { readingVote: true } });

test("[Y9] votes on paper are taken of rounds that have begun, and none once there are results", () => {
  const taken = (settings: Settings) =>
    CORE_PHASES.map((phase) => roundsOnPaper({ phase, settings }).join(" "));
  expect(taken(plain)).toEqual(["", "before", "before", "before", "before", "before after", "", ""]);
  expect(taken(withReading)).toEqual([
    ...["", "before", "before", "before reading", "before reading", "before reading after", "", ""],
  ]);
});

test("[Y9] [Z11] no votes on paper are taken once the results that a class was told are kept", () => {
  for (const phase of LESSON_PHASES)
    expect(roundsOnPaper({ phase, settings: plain, isTold: true })).toEqual([]);
});

test("[Y9] a slip has at least one vote, and of no other round", () => {
  expect(isSlipOf(["before"], { before: "for" })).toBe(true);
  expect(isSlipOf(["before", "after"], { after: "undecided" })).toBe(true);
  expect(isSlipOf(["before", "after"], {})).toBe(false);
  expect(isSlipOf(["before"], { before: "for", after: "for" })).toBe(false);
  expect(isSlipOf([], { before: "for" })).toBe(false);
});

test("[Y9] a slip is sent with votes of the rounds on offer alone", () => {
  const slip = { id: "a", before: "for", after: "against" } as const;
  expect(slipIn(["before"], slip)).toEqual({ id: "a", before: "for" });
  expect(slipIn(["before", "reading", "after"], slip)).toEqual(slip);
  expect(slipIn(["reading"], slip)).toEqual({ id: "a" });
});

test("[Y18] who can answer on a phone: of 15 people with 8 on paper, 7; of 15 without paper, 15; never below 0", () => {
  expect(phonesIn({ joined: 15, onPaper: 8 })).toBe(7);
  expect(phonesIn({ joined: 15 })).toBe(15);
  expect(phonesIn({ joined: 1, onPaper: 2 })).toBe(0);
});
