import { expect, test } from "vitest";
import { type Moments, timelineOf } from "#debate/counting/timeline.ts";

/** 2026-11-26, 09:00:00 UTC, in seconds. */
const NINE = 1_795_683_600;
const HOUR = 3_600;
const nothing: Moments = { moves: [], rebuttals: [], ballots: {}, endorsements: [], people: 0 };
const total = (counts: readonly number[] | null | undefined) =>
  counts?.reduce((sum, count) => sum + count, 0);
/** The bins that are not empty, as [bin, count]. */
const filled = (counts: readonly number[] | undefined) =>
  counts?.flatMap((count, bin) => (count > 0 ? [[bin, count]] : []));

test("[V24] a lesson of 28 minutes and 42 seconds has bins of six seconds, from the first move to the last vote", () => {
  const drawn = timelineOf(
    {
      moves: [
        { at: NINE, phase: "before" },
        { at: NINE + 120, phase: "reading" },
        { at: NINE + 700, phase: "rebuttal" },
        { at: NINE + 1_400, phase: "after" },
        { at: NINE + 1_721, phase: "results" },
      ],
      rebuttals: [NINE + 705, NINE + 706, NINE + 1_399],
      ballots: { before: [NINE + 6, NINE + 7, NINE + 13], after: [NINE + 1_400, NINE + 1_720] },
      endorsements: [NINE + 720],
      people: 3,
    },
    false,
  );
  // 1,722 seconds, first and last included, in at most 287 bins: six seconds, exactly.
  expect(drawn).toMatchObject({ seconds: 6, stretches: [{ at: NINE * 1_000, bins: 287 }], people: 3 });
  expect(drawn.phases).toEqual([
    { phase: "before", at: NINE * 1_000, from: 0, to: 20 },
    { phase: "reading", at: (NINE + 120) * 1_000, from: 20, to: 116 },
    { phase: "rebuttal", at: (NINE + 700) * 1_000, from: 116, to: 233 },
    { phase: "after", at: (NINE + 1_400) * 1_000, from: 233, to: 286 },
    { phase: "results", at: (NINE + 1_721) * 1_000, from: 286, to: 287 },
  ]);
  expect(drawn.turnout?.map(({ round, cast }) => [round, filled(cast)])).toEqual([
    [
      "before",
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      "after",
      [
        [233, 1],
        [285, 1],
      ],
    ],
  ]);
  // The last rebuttal and the last vote came a second before the class moved on: they count to the phase that they were in.
  expect(filled(drawn.rebuttals)).toEqual([
    [117, 2],
    [232, 1],
  ]);
  expect(filled(drawn.endorsements ?? [])).toEqual([[120, 1]]);
});

test("[V24] homework over two days leaves out the night, and a phase that spans it keeps its bins on both sides", () => {
  const tuesday = NINE + 24 * HOUR;
  const { seconds, stretches, phases, rebuttals } = timelineOf(
    {
      ...nothing,
      moves: [
        { at: NINE, phase: "before" },
        { at: NINE + 60, phase: "rebuttal" },
        { at: tuesday, phase: "after" },
      ],
      rebuttals: [NINE + 99, tuesday - HOUR],
    },
    false,
  );
  // A hundred seconds on Monday; on Tuesday the hour before the vote counts as a pause, one second less would not.
  expect({ seconds, stretches }).toEqual({
    seconds: 1,
    stretches: [
      { at: NINE * 1_000, bins: 100 },
      { at: (tuesday - HOUR) * 1_000, bins: 1 },
      { at: tuesday * 1_000, bins: 1 },
    ],
  });
  expect(phases.map(({ from, to }) => [from, to])).toEqual([
    [0, 60],
    [60, 101],
    [101, 102],
  ]);
  expect(filled(rebuttals)).toEqual([
    [99, 1],
    [100, 1],
  ]);
});

test("[V24] with many pauses longer ones are left out, and there are never more than 288 bins", () => {
  for (const apart of [1, 59, HOUR, 2 * HOUR, 24 * HOUR])
    for (const many of [1, 2, 30, 500]) {
      const rebuttals = Array.from({ length: many }, (_, n) => NINE + n * apart);
      const { stretches, rebuttals: binned } = timelineOf({ ...nothing, rebuttals }, false);
      expect(stretches.length).toBeLessThanOrEqual(12);
      expect(binned.length).toBeLessThanOrEqual(288);
      expect(total(binned)).toBe(many);
    }
});

test("[V24] without a log, votes, or anything at all there is still something to draw, or plainly nothing", () => {
  expect(timelineOf(nothing, false)).toEqual({
    seconds: 1,
    stretches: [],
    phases: [],
    people: 0,
    turnout: [],
    rebuttals: [],
    endorsements: [],
    withheld: false,
  });
  expect(timelineOf({ ...nothing, ballots: { after: [NINE] } }, false)).toMatchObject({
    stretches: [{ at: NINE * 1_000, bins: 1 }],
    phases: [],
    turnout: [{ round: "after", cast: [1] }],
  });
  // A round in which nobody voted was held.
  const { turnout } = timelineOf({ ...nothing, moves: [{ at: NINE, phase: "before" }] }, false);
  expect(turnout).toEqual([{ round: "before", cast: [0] }]);
});

test("[V24] where votes and endorsements are withheld, their times change nothing, not even the pauses", () => {
  const moves = [
    { at: NINE, phase: "before" },
    { at: NINE + 3 * HOUR, phase: "results" },
  ] as const;
  const told = timelineOf({ ...nothing, moves, ballots: null, endorsements: null, people: null }, true);
  expect(told).toMatchObject({ turnout: null, endorsements: null, people: null, withheld: true });
  expect(told.stretches).toHaveLength(2);
});
