import { createElement } from "react";
import { expect, test } from "vitest";
import { marks, stepArea, stepLine } from "#app/results/timeline/paths.ts";
import { Replay } from "#app/results/timeline/Replay.tsx";
import { pausesOf, readingAt, ticksOf, timeAt } from "#app/results/timeline/reading.ts";
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
  // A session that took a second begins with its first phase and ends with its last.
  const sudden = { ...TWO_DAYS, phases: TWO_DAYS.phases.map((phase) => ({ ...phase, from: 0, to: 1 })) };
  expect([0, 1].map((place) => readingAt(sudden, place).phase)).toEqual(["before", "after"]);
  // Without a log, the last round in which somebody voted by then.
  const logless = { ...TWO_DAYS, phases: [] };
  expect(readingAt(logless, 10)).toMatchObject({ phase: null, vote: { round: "before", voted: 12 } });
  expect(readingAt(logless, 11)).toMatchObject({ vote: { round: "after", voted: 1, isOpen: false } });
});

test("[V24] places become times on both sides of a pause", () => {
  expect([0, 4, 10, 11, 12].map((place) => timeAt(TWO_DAYS, place))).toEqual(
    ["23T14:00", "23T14:04", "23T14:10", "24T09:01", "24T09:02"].map(at),
  );
  expect(pausesOf(TWO_DAYS)).toEqual([{ place: 10 / 12, at: at("24T09:00") }]);
  expect(ticksOf(TWO_DAYS, 0.3).map(({ place }) => place)).toEqual([0, 4 / 12, 1]);
  expect(ticksOf(TWO_DAYS, 0.1).map(({ place }) => place)).toEqual([0, 4 / 12, 10 / 12, 1]);
});

test("[V24] turnout is a line of steps that ends with its round, and what is counted once a mark", () => {
  const y = (total: number) => 100 - total;
  expect(stepLine([0, 5, 5, 12, 12], { from: 0, to: 4, y })).toBe("M0 100H1V95H3V88H4");
  // One that begins later begins with what came before.
  expect(stepLine([3, 5, 5], { from: 1, to: 3, y })).toBe("M1 97H1V95H3");
  expect(stepArea([5], { from: 0, to: 1, y })).toBe("M0 100H0V95H1V100H0Z");
  expect(marks([0, 2, 1], 10)).toBe("M1.5 10V0M2.5 10V5");
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

test("[V24] without votes, endorsements, phases or anything at all there are words and no blank picture", () => {
  const said = (given: Partial<Timeline>) =>
    wordsOf(createElement(Replay, { timeline: { ...ONE_DAY, ...given } }));
  const told = said({ turnout: null, endorsements: null, people: null, withheld: true });
  expect(told).toContain("When people voted and pressed “This is persuasive” is not shown here");
  expect(told).not.toMatch(/of 30|\d “This is persuasive”/u);
  expect(said({ endorsements: null })).toContain("did not store when people pressed “This is persuasive”");
  expect(said({ phases: [] })).toContain("3 of 30");
  expect(said({ stretches: [] })).toBe("Nothing has happened in this session yet.");
});

test("[V24] what the replay is called follows from what is in it", () => {
  const none = TWO_DAYS.rebuttals.map(() => 0);
  const said = (given: Partial<Timeline>) =>
    wordsOf(createElement(Replay, { timeline: { ...TWO_DAYS, ...given } }));
  expect(said({})).toContain("When the class voted and argued.");
  expect(said({ rebuttals: none })).toContain("When the class voted.");
  expect(said({ turnout: null, withheld: true })).toContain("When the class argued.");
  expect(said({ turnout: null, rebuttals: none })).toContain("How the session went.");
});

test("[V24] times carry their day where one stretch runs past midnight", () => {
  const said = (start: string) =>
    wordsOf(createElement(Replay, { timeline: { ...ONE_DAY, stretches: [{ at: at(start), bins: 12 }] } }));
  expect(said("23T14:00")).not.toContain("Nov 23");
  expect(said("23T23:55")).toContain("Nov 24");
});
