import { describe, expect, test } from "vitest";
import { laterVote, laterWindow } from "#debate/activities/later-vote/rules.ts";
import { closingTime, isRehearsalOver, mayOpenNow } from "#debate/rules/after-lesson.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { readSchedule } from "#debate/rules/schedule.ts";
import { Settings } from "#debate/rules/settings.ts";

const DAY = 24 * 60 * 60 * 1_000;
const NOW = Date.parse("2026-11-27T00:00:00Z");
const settings = Settings.parse({ activities: { laterVote: {} } });

describe("[P34] when the later vote may open", () => {
  const closedAt = NOW;
  test.each([
    [DAY - 1, false],
    [DAY, true],
    [365 * DAY, true],
    [365 * DAY + 1, false],
  ])("%i ms after closing: %s", (after, may) => {
    expect(mayOpenNow("later", { closedAt }, closedAt + after)).toBe(may);
    const { from, until } = laterWindow(closedAt, {});
    expect(closedAt + after >= from && closedAt + after <= until).toBe(may);
  });

  test("a lesson’s phase at any time; the vote can close until the year is over", () => {
    expect(mayOpenNow("results", { closedAt: null }, NOW)).toBe(true);
    const mayClose = (after: number) => mayOpenNow("later-closed", { closedAt }, closedAt + after);
    expect([0, 365 * DAY, 365 * DAY + 1].map(mayClose)).toEqual([true, true, false]);
  });

  test("the control room works out when the class was closed", () => {
    const later = { planned: true, ...laterWindow(closedAt, {}) };
    expect(laterVote.chosenLater.closedAt({ later })).toBe(closedAt);
    expect(laterVote.chosenLater.closedAt({ later: { planned: true } })).toBeNull();
  });

  test("never in a session that was not closed", () => {
    for (const simulated of [undefined, 5])
      expect(mayOpenNow("later", { closedAt: null, simulated }, NOW)).toBe(false);
  });

  test("[H1] in a rehearsal at once, by hand and by a set date", () => {
    expect(mayOpenNow("later", { closedAt, simulated: 5 }, closedAt)).toBe(true);
    expect(mayOpenNow("later", { closedAt, simulated: 5 }, closedAt - 1)).toBe(false);
    const at = "2026-11-27T09:01";
    const read = (simulated?: number) =>
      readSchedule(
        { zone: "Asia/Tokyo", dates: [{ phase: "later", at }] },
        { phase: "closed", settings, simulated, closedAt, now: NOW },
      );
    expect(read(5)).toMatchObject({ ok: true });
    expect(read()).toMatchObject({ problem: "early" });
  });

  test("[H3] closing ends a rehearsal without a later vote, and no other session", () => {
    const over = (phase: Phase, laterVote: boolean, simulated?: number) =>
      isRehearsalOver({ phase, simulated, settings: { activities: laterVote ? { laterVote: {} } : {} } });
    expect(over("closed", false, 5)).toBe(true);
    expect(over("results", false, 5)).toBe(false);
    expect(over("closed", true, 5)).toBe(false);
    expect(over("later-closed", true, 5)).toBe(false);
    expect(over("closed", false)).toBe(false);
  });

  test("a class counts as closed since it was, and anew since its later vote was", () => {
    const time = (phase: Phase, to: Phase) => closingTime({ phase, closedAt: 5 }, to, 9);
    expect(time("results", "closed")).toBe(9);
    expect(time("closed", "later")).toBe(5);
    expect(time("later", "closed")).toBe(5);
    expect(time("later", "later-closed")).toBe(9);
    expect(time("closed", "results")).toBeNull();
  });
});
