import { describe, expect, test } from "vitest";
import type { PHASES, Phase } from "#debate/rules/phase-order.ts";
import { readSchedule, scheduleAfter, type TypedSchedule } from "#debate/rules/schedule.ts";
import { Settings } from "#debate/rules/settings.ts";

const DAY = 24 * 60 * 60 * 1_000;
const NOW = Date.parse("2026-11-27T00:00:00Z");
const settings = Settings.parse({});
const withLater = Settings.parse({ activities: { laterVote: {} } });

function read(dates: TypedSchedule["dates"], given: Partial<Parameters<typeof readSchedule>[1]> = {}) {
  return readSchedule(
    { zone: "Asia/Tokyo", dates },
    { phase: "lobby", settings, closedAt: null, now: NOW, ...given },
  );
}

describe("[P29] [P31] set dates", () => {
  test.each([
    ["past", [{ phase: "before", at: "2026-11-27T09:00" }], 0],
    ["far", [{ phase: "before", at: "2027-11-27T09:01" }], 0],
    ["none", [{ phase: "before", at: "2026-02-30T09:00" }], 0],
    ["phase", [{ phase: "lobby", at: "2026-12-01T08:00" }], 0],
    ["phase", [{ phase: "reading-vote", at: "2026-12-01T08:00" }], 0],
    ["phase", [{ phase: "later", at: "2026-12-31T08:00" }], 0],
    [
      "order",
      [
        { phase: "before", at: "2026-12-02T08:00" },
        { phase: "reading", at: "2026-12-02T08:00" },
      ],
      1,
    ],
    [
      "phase",
      [
        { phase: "reading", at: "2026-12-01T08:00" },
        { phase: "before", at: "2026-12-02T08:00" },
      ],
      1,
    ],
  ] as const)("%s: %j", (problem, dates, index) => {
    expect(read([...dates])).toEqual({ ok: false, index, problem });
  });

  test("a year ahead to the minute is not too far", () => {
    expect(read([{ phase: "before", at: "2027-11-27T09:00" }])).toMatchObject({ ok: true });
  });

  test("a time that clocks skip, and a zone that there is not", () => {
    const gap = { zone: "Europe/Berlin", dates: [{ phase: "before", at: "2027-03-28T02:30" } as const] };
    const setting = { phase: "lobby", settings, closedAt: null, now: NOW } as const;
    expect(readSchedule(gap, setting)).toEqual({ ok: false, index: 0, problem: "gap" });
    expect(readSchedule({ ...gap, zone: "Mars" }, setting)).toEqual({ ok: false, index: 0, problem: "zone" });
  });

  test("[P34] a later vote a day to a year after the class is closed", () => {
    const later = (at: string, closedAt: number | null = NOW - DAY / 2) =>
      read([{ phase: "later", at }], { phase: "closed", settings: withLater, closedAt });
    expect(later("2026-11-27T20:59")).toMatchObject({ problem: "early" });
    expect(later("2026-11-27T21:00")).toMatchObject({ ok: true });
    expect(later("2027-11-26T21:00")).toMatchObject({ ok: true });
    expect(later("2027-11-26T21:01")).toMatchObject({ problem: "late" });
    // Before the class is closed, a day from now at the earliest, or from the date that closes it.
    expect(read([{ phase: "later", at: "2026-11-28T08:59" }], { settings: withLater })).toMatchObject({
      problem: "early",
    });
    const closing = (at: string) =>
      read(
        [
          { phase: "closed", at: "2026-12-01T08:00" },
          { phase: "later", at },
        ],
        { settings: withLater },
      );
    expect(closing("2026-12-02T07:59")).toEqual({ ok: false, index: 1, problem: "early" });
    expect(closing("2026-12-02T08:00")).toMatchObject({ ok: true });
  });
});

describe("[P29] dates brought near", () => {
  const MINUTE = 60_000;
  const near = (phases: readonly Phase[], given: Partial<Parameters<typeof readSchedule>[1]> = {}) =>
    readSchedule(
      { zone: "Asia/Tokyo", near: [...phases] },
      { phase: "lobby", settings, closedAt: null, now: NOW, ...given },
    );

  test("9:00:00 -> 9:01, 9:03, 9:05; 9:00:01 -> 9:02, 9:04, 9:06", () => {
    const minutes = (now: number) => {
      const result = near(["before", "reading", "rebuttal"], { now });
      return result.ok && result.value.dates.map(({ at }) => (at - NOW) / MINUTE);
    };
    expect(minutes(NOW)).toEqual([1, 3, 5]);
    expect(minutes(NOW + 1_000)).toEqual([2, 4, 6]);
    expect(minutes(NOW + MINUTE)).toEqual([2, 4, 6]);
  });
});

test("[P30] a move drops the dates that it passes, and keeps those ahead", () => {
  const schedule = {
    zone: "UTC",
    dates: [
      { phase: "before", at: 1 },
      { phase: "reading", at: 2 },
      { phase: "rebuttal", at: 3 },
    ],
  } as const;
  const after = (phase: (typeof PHASES)[number]) =>
    scheduleAfter({ ...schedule, dates: [...schedule.dates] }, phase, settings)?.dates.map((each) => each.at);
  expect(after("lobby")).toEqual([1, 2, 3]);
  expect(after("before")).toEqual([2, 3]);
  expect(after("reading")).toEqual([3]);
  expect(after("rebuttal")).toBeUndefined();
  expect(after("closed")).toBeUndefined();
  expect(scheduleAfter(null, "lobby", settings)).toBeNull();
});
