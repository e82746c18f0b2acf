import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Phase } from "#debate/rules/phase-order.ts";
import { Settings } from "#debate/rules/settings.ts";
import { createTimers } from "#server/live/timers.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Timers of one session whose time was up a second ago, and how often they looked at it. */
function timersOf(phase: Phase, laterVote = false) {
  const settings = Settings.parse({ activities: laterVote ? { laterVote: {} } : {} });
  const session = { id: "session", phase, settings, timerCloses: true, schedule: null };
  const row = { ...session, closedAt: 0, version: 1, onWall: null, phaseEndsAt: Date.now() - 1_000 };
  const moved: unknown[] = [];
  let looks = 0;
  const store = {
    rebuttals: { beforeMove: async () => undefined },
    ballots: { beforeMove: async () => undefined },
    sessions: {
      withTimer: async () => [{ id: row.id, read: () => row }],
      byId: async () => row,
      async change(_: string, decide: (session: unknown) => { ok: boolean; value?: object }) {
        looks += 1;
        const decided = decide(row);
        if (!decided.ok) return decided;
        moved.push(decided.value);
        return { ok: true, value: Object.assign(row, decided.value, { seats: [] }) };
      },
    },
  };
  const announce = { changed: () => undefined, mine: () => undefined, timer: () => undefined };
  const timers = createTimers({ store, clock: Date.now, announce } as never, { error: () => undefined });
  return { timers, moved, looks: () => looks };
}

test.each([
  ["closed", false],
  ["closed", true],
  ["later-closed", true],
] as const)(
  "[P8] [P34] a timer that is up in %s, later vote %s, moves no class and is looked at once at most",
  async (phase, laterVote) => {
    const { timers, moved, looks } = timersOf(phase, laterVote);
    await timers.restore();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(moved).toEqual([]);
    expect(looks()).toBeLessThanOrEqual(1);
  },
);

test("[P8] a timer that is up in a vote ends it, once", async () => {
  const { timers, moved, looks } = timersOf("before");
  await timers.restore();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(moved).toMatchObject([{ phase: "reading", timerCloses: false }]);
  // For the timer, and for dates.
  expect(looks()).toBe(2);
});
