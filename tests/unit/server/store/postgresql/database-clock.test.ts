import { expect, test } from "vitest";
import { createDatabaseClock } from "#server/store/postgresql/database-clock.ts";

/** A database and a machine whose clock is ahead of it; a question takes 10 ms each way. */
function clocks(ahead: number) {
  const time = { database: 1_000_000, ahead, way: 10 };
  const noted: number[] = [];
  const clock = createDatabaseClock(
    async () => {
      time.database += time.way;
      const told = time.database;
      time.database += time.way;
      return told;
    },
    { now: () => time.database + time.ahead, onSkewed: (by) => noted.push(by) },
  );
  return { time, noted, clock, error: () => clock.now() - time.database };
}

test("[P43] a machine's clock that is 90 s ahead or behind is corrected as far as question and answer can tell", async () => {
  for (const ahead of [90_000, -90_000]) {
    const { clock, error } = clocks(ahead);
    await clock.measure();
    expect(Math.abs(error())).toBeLessThanOrEqual(10);
    expect(Math.abs((clock.skew() ?? 0) - ahead)).toBeLessThanOrEqual(10);
  }
});

test("[P43] a clock that may be right is left alone, and a slow answer changes nothing", async () => {
  const { clock, time, error } = clocks(8);
  await clock.measure();
  expect([clock.skew(), error()]).toEqual([0, 8]);
  time.ahead = 300;
  time.way = 2_000;
  await clock.measure();
  expect(clock.skew()).toBe(0);
  time.way = 10;
  await clock.measure();
  expect(clock.skew()).toBe(290);
});

test("[P43] a machine's clock that someone sets during a lesson is corrected at the next question", async () => {
  const { clock, time, error } = clocks(0);
  await clock.measure();
  time.ahead = -3_600_000;
  await clock.measure();
  expect(Math.abs(error())).toBeLessThanOrEqual(10);
});

test("[O13] a clock that is off by more than 2 s is noted once, and again after it was right", async () => {
  const { clock, time, noted } = clocks(1_900);
  const measure = async (ahead: number) => {
    time.ahead = ahead;
    await clock.measure();
    await clock.measure();
    return noted.length;
  };
  expect([await measure(1_900), await measure(2_100), await measure(5_000)]).toEqual([0, 1, 1]);
  expect([await measure(0), await measure(-2_100)]).toEqual([1, 2]);
});
