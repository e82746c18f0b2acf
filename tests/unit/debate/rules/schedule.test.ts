import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedAt } from "#debate/rules/clock-times.ts";
import { PHASES, type Phase } from "#debate/rules/phase-order.ts";
import { phasesOf } from "#debate/rules/phases.ts";
import { readSchedule, SET_DATES, scheduleAfter, type TypedSchedule } from "#debate/rules/schedule.ts";
import { Settings } from "#debate/rules/settings.ts";

const DAY = 24 * 60 * 60 * 1_000;
const NOW = Date.parse("2026-11-27T00:00:00Z");
const settings = Settings.parse({});
const withLater = Settings.parse({ activities: { laterVote: {} } });
const rehearsal = { settings: withLater, simulated: 5 };

function read(dates: TypedSchedule["dates"], given: Partial<Parameters<typeof readSchedule>[1]> = {}) {
  return readSchedule(
    { zone: "Asia/Tokyo", dates },
    { phase: "lobby", settings, closedAt: null, now: NOW, ...given },
  );
}

describe("[P29] [P31] set dates", () => {
  test("a vote and the reading at home, in order of phases and times", () => {
    const dates = [
      { phase: "before", at: "2026-12-01T08:00" },
      { phase: "reading", at: "2026-12-02T08:00" },
    ] as const;
    expect(read([...dates])).toEqual({
      ok: true,
      value: {
        zone: "Asia/Tokyo",
        dates: [
          { phase: "before", at: Date.parse("2026-11-30T23:00:00Z") },
          { phase: "reading", at: Date.parse("2026-12-01T23:00:00Z") },
        ],
      },
    });
  });

  test.each([
    ["past", [{ phase: "before", at: "2026-11-27T09:00" }], 0],
    ["past", [{ phase: "before", at: "2020-01-01T09:00" }], 0],
    ["far", [{ phase: "before", at: "2027-11-28T09:00" }], 0],
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

  test("a time that clocks skip, and a zone that there is not", () => {
    const gap = { zone: "Europe/Berlin", dates: [{ phase: "before", at: "2027-03-28T02:30" } as const] };
    const setting = { phase: "lobby", settings, closedAt: null, now: NOW } as const;
    expect(readSchedule(gap, setting)).toEqual({ ok: false, index: 0, problem: "gap" });
    expect(readSchedule({ ...gap, zone: "Mars" }, setting)).toEqual({ ok: false, index: 0, problem: "zone" });
  });

  test("a phase that the class is in, or has passed", () => {
    const at = "2026-12-01T08:00";
    expect(read([{ phase: "reading", at }], { phase: "reading" })).toMatchObject({ problem: "phase" });
    expect(read([{ phase: "before", at }], { phase: "reading" })).toMatchObject({ problem: "phase" });
    expect(read([{ phase: "rebuttal", at }], { phase: "reading" })).toMatchObject({ ok: true });
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

  test("every list of dates that is read is ahead, in order of time and phase", () => {
    const minute = fc.integer({ min: -10_000, max: 700_000 });
    const date = fc.record({ phase: fc.constantFrom(...PHASES), minute });
    fc.assert(
      fc.property(fc.array(date, { maxLength: SET_DATES }), fc.constantFrom(...PHASES), (drawn, phase) => {
        const dates = drawn.map((each) => ({
          phase: each.phase,
          at: typedAt(NOW + each.minute * 60_000, "Asia/Tokyo"),
        }));
        const result = read(dates, { phase, settings: withLater });
        if (!result.ok) return;
        const order = phasesOf(withLater);
        let [at, place] = [NOW, order.indexOf(phase)];
        for (const each of result.value.dates) {
          expect(each.at).toBeGreaterThan(at);
          expect(order.indexOf(each.phase)).toBeGreaterThan(place);
          [at, place] = [each.at, order.indexOf(each.phase)];
        }
      }),
    );
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

  test("whole minutes, a minute to two ahead, also while clocks show an hour twice", () => {
    // October 25, 2026: at 3:00 clocks in Berlin go back to 2:00.
    const back = Date.parse("2026-10-25T01:00:00Z");
    fc.assert(
      fc.property(fc.integer({ min: -3_600_000, max: 3_600_000 }), (after) => {
        const now = back + after;
        const given = { zone: "Europe/Berlin", near: ["before" as const, "reading" as const] };
        const result = readSchedule(given, { phase: "lobby", settings, closedAt: null, now });
        const [first, second] = result.ok ? result.value.dates : [];
        if (!first || !second) throw new Error("no dates");
        expect(first.at % MINUTE).toBe(0);
        expect(first.at - now).toBeGreaterThanOrEqual(MINUTE);
        expect(first.at - now).toBeLessThan(2 * MINUTE);
        expect(second.at - first.at).toBe(2 * MINUTE);
      }),
    );
  });

  test("[P31] out of order, not ahead, in no zone: refused as typed ones are", () => {
    expect(near(["reading", "before"])).toEqual({ ok: false, index: 1, problem: "phase" });
    expect(near(["before"], { phase: "reading" })).toEqual({ ok: false, index: 0, problem: "phase" });
    expect(near(["reading-vote"])).toEqual({ ok: false, index: 0, problem: "phase" });
    const nowhere = { zone: "Mars", near: ["before" as const] };
    expect(readSchedule(nowhere, { phase: "lobby", settings, closedAt: null, now: NOW })).toEqual({
      ok: false,
      index: 0,
      problem: "zone",
    });
  });

  test("[P34] the later vote of a rehearsal opens minutes after closing, of no other session", () => {
    const end = ["closed", "later", "later-closed"] as const;
    expect(near(end, rehearsal)).toMatchObject({ ok: true });
    expect(near(end, { settings: withLater })).toEqual({ ok: false, index: 1, problem: "early" });
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
