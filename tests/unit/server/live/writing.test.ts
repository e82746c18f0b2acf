import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createWriting } from "#server/live/writing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("[B10] a seat counts once as writing, until five seconds after its newest words", () => {
  const told: number[] = [];
  const writing = createWriting(() => told.push(writing.count()));
  writing.wrote("ada");
  writing.wrote("bob");
  vi.advanceTimersByTime(4_000);
  writing.wrote("ada");
  expect(writing.count()).toBe(2);
  vi.advanceTimersByTime(1_000);
  expect(writing.count()).toBe(1);
  vi.advanceTimersByTime(3_999);
  expect(writing.count()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(writing.count()).toBe(0);
  expect(told).toEqual([1, 2, 1, 0]);
});
