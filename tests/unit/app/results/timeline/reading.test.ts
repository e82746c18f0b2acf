import { createElement } from "react";
import { expect, test } from "vitest";
import { Replay } from "#app/results/timeline/Replay.tsx";
import { readingAt } from "#app/results/timeline/reading.ts";
import type { Timeline } from "#debate/counting/timeline.ts";
import { markupOf, wordsOf } from "#tests/support/markup.tsx";

const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);

/** Ten bins of a minute on Monday and two on Tuesday. */
const TWO_DAYS: Timeline = {
  seconds: 60,
  stretches: [
    { at: at("23T14:00"), bins: 10 },
    { at: at("24T09:00"), bins: 2 },
  ],
  phases: [
    { phase: "before", at: at("23T14:00"), from: 0, to: 4 },
    { phase: "reading", at: at("23T14:04"), from: 4, to: 4 },
    { phase: "rebuttal", at: at("23T14:04"), from: 4, to: 10 },
    { phase: "after", at: at("24T09:00"), from: 10, to: 12 },
  ],
  people: 30,
  turnout: [
    { round: "before", cast: [5, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    { round: "after", cast: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2] },
  ],
  rebuttals: [0, 0, 0, 0, 1, 0, 4, 0, 0, 0, 0, 0],
  endorsements: [0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0],
  withheld: false,
};
const ONE_DAY = { ...TWO_DAYS, stretches: [{ at: at("23T14:00"), bins: 12 }] };

test("[V24] a moment is read with what had happened by then, of the vote that is open or was last", () => {
  expect(readingAt(TWO_DAYS, 0)).toEqual({
    at: at("23T14:00"),
    phase: "before",
    vote: { round: "before", voted: 0, isOpen: true },
    rebuttals: 0,
    endorsements: 0,
  });
  expect(readingAt(TWO_DAYS, 3).vote).toEqual({ round: "before", voted: 12, isOpen: true });
  expect(readingAt(TWO_DAYS, 7)).toMatchObject({
    phase: "rebuttal",
    vote: { round: "before", voted: 12, isOpen: false },
    rebuttals: 5,
    endorsements: 0,
  });
  expect(readingAt(TWO_DAYS, 12).vote).toEqual({ round: "after", voted: 3, isOpen: true });
});

test("[V24] the slider says its moment, and a table says each phase", () => {
  const words = markupOf(createElement(Replay, { timeline: ONE_DAY }));
  expect(words).toContain(
    'aria-valuetext="2:12 PM, Last vote: 3 of 30 had voted, 5 rebuttals, 3 “This is persuasive”"',
  );
  const table = wordsOf(createElement(Replay, { timeline: TWO_DAYS }));
  expect(table).toContain("Rebuttals Nov 23, 2:04 PM 12 of 30 5 3");
  expect(table).toContain("A double line marks a long break, which is left out.");
});
