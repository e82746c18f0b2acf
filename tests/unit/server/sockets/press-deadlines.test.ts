import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { acknowledgement } from "#server/sockets/handler.ts";
import { checkPressDeadlines } from "#server/sockets/press-deadlines.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What the server emits on a connection, and what it answers. */
function connection() {
  const emitted: string[] = [];
  const answers: object[] = [];
  const socket = { emit: (name: string) => emitted.push(name) > 0 };
  const answer = (given: object) => answers.push(given);
  return { emitted, answers, answer, timed: checkPressDeadlines(socket, Date.now) };
}

test("[W20] a press is handled up to its moment, counted from when its connection began, and refused after it", () => {
  const { answers, answer, timed } = connection();
  vi.advanceTimersByTime(700);
  expect(timed([{ on: true }, { by: 700 }, answer])?.[0]).toEqual({ on: true });
  vi.advanceTimersByTime(1);
  expect(timed([{ on: true }, { by: 700 }, answer])).toBeNull();
  expect(answers).toEqual([{ ok: false, code: "late" }]);
});

test("[W21] the server says after a second that it is at work on a press, and nothing of one that is answered by then", () => {
  const { emitted, answers, answer, timed } = connection();
  const finish = (sent: unknown[] | null) => acknowledgement(sent ?? [])({ ok: true });
  finish(timed([{}, { by: 2_000 }, answer]));
  vi.advanceTimersByTime(5_000);
  expect(emitted).toEqual([]);
  const slow = timed([{}, { by: 7_000 }, answer]);
  vi.advanceTimersByTime(1_000);
  expect(emitted).toEqual(["working"]);
  finish(slow);
  expect(answers).toEqual([{ ok: true }, { ok: true }]);
});
