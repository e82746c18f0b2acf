import { expect, test } from "vitest";
import { keptUntil } from "#debate/rules/retention.ts";

const DAY = 86_400_000;
const later = { activities: { laterVote: {} } };
const session = {
  phase: "closed",
  createdAt: 1,
  closedAt: 5,
  schedule: null,
  settings: { activities: {} },
} as const;

test.each([
  ["closed", {}, 5 + 90 * DAY],
  ["never closed: since it was opened", { phase: "after", closedAt: null }, 1 + 90 * DAY],
  ["not closed, with dates ahead", { closedAt: null, schedule: {} }, undefined],
  ["waits up to a year for its later vote", { settings: later }, 5 + 365 * DAY],
  ["later vote over", { phase: "later-closed", settings: later }, 5 + 90 * DAY],
  ["[H3] rehearsal", { simulated: 5 }, undefined],
] as const)("[T1] kept for 90 days, a session is deleted then: %s", (_, given, until) => {
  expect(keptUntil({ ...session, ...given }, { days: 90, isFixed: false })).toBe(until);
});

test("[T1] [T9] 400 days are longer than the wait for a later vote, and without a number sessions are kept", () => {
  const waiting = { ...session, settings: later };
  expect(keptUntil(waiting, { days: 400, isFixed: true })).toBe(5 + 400 * DAY);
  expect(keptUntil(session, { isFixed: false })).toBeUndefined();
});
