import { createElement } from "react";
import { expect, test } from "vitest";
import { CountedRebuttal } from "#app/results/rebuttals/CountedRebuttal.tsx";
import type { RebuttalResult } from "#debate/counting/results.ts";
import { wordsOf } from "#tests/support/markup.tsx";

const result: RebuttalResult = {
  id: "r",
  side: "for",
  body: "Geography does not bargain.",
  at: 0,
  endorsed: 0,
  endorsements: { for: 0, against: 0, undecided: 0 },
  uncamped: 0,
  standing: 0.25,
  seen: 0,
  replies: 0,
  credits: 0,
  movers: null,
};
const card = (given: Partial<RebuttalResult>) =>
  wordsOf(createElement(CountedRebuttal, { rebuttal: { ...result, ...given } }));

test("[K7] a standing is shown only where five of the two camps saw the rebuttal", () => {
  expect(card({ seen: 0 })).not.toContain("Standing");
  expect(card({ seen: 4, standing: 0.5 })).not.toContain("Standing");
  expect(card({ seen: 5, standing: 0.5 })).toContain("Standing 50%");
  expect(card({ seen: null, standing: null })).not.toContain("Standing");
});

test("the “How?” of a standing names its rebuttal", () => {
  const counted = { seen: 5, standing: 0.25, endorsements: { for: 0, against: 0, undecided: 0 } };
  expect(card(counted)).toContain("How? Standing of “Geography does not bargain.”");
});
