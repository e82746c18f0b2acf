import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createThrottle } from "#server/live/throttle.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A pulse of 100 ms with ticks of this length; records when they began, and how many ran at once. */
function pulsing(lasts: number, share?: number) {
  const begun = performance.now();
  const at: number[] = [];
  let beating = 0;
  let most = 0;
  const beat = async (): Promise<void> => {
    at.push(performance.now() - begun);
    beating += 1;
    most = Math.max(most, beating);
    await new Promise((resolve) => setTimeout(resolve, lasts));
    beating -= 1;
  };
  return { ...createThrottle(100, beat, share), at, most: () => most };
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("[W10] a throttle that is asked a hundred times ticks once, after half an interval", async () => {
  const { ask, at } = pulsing(1);
  for (let time = 0; time < 100; time += 1) ask();
  await pass(1_000);
  expect(at).toEqual([50]);
});

test("[W10] a throttle that is asked all the time ticks once an interval, and once more after the last request", async () => {
  const { ask, at } = pulsing(1);
  for (let time = 0; time < 30; time += 1) {
    ask();
    await pass(10);
  }
  expect(at).toEqual([50, 150, 250]);
  await pass(1_000);
  expect(at).toEqual([50, 150, 250, 350]);
});

test("[W10] an interval that grows from 2 s to 5 s holds from the next tick on", async () => {
  const begun = performance.now();
  const at: number[] = [];
  const tick = async () => void at.push(performance.now() - begun);
  const { ask } = createThrottle(() => (at.length < 2 ? 2_000 : 5_000), tick);
  for (let time = 0; time < 100; time += 1) {
    ask();
    await pass(100);
  }
  expect(at).toEqual([1_000, 3_000, 8_000]);
});

test("[W10] a throttle never runs two ticks at a time, and requests during a tick cause the next one", async () => {
  const { ask, at, most } = pulsing(400);
  ask();
  await pass(60);
  ask();
  ask("now");
  ask();
  await pass(2_000);
  expect(at).toEqual([50, 450]);
  expect(most()).toBe(1);
});

test("[W10] `now` ticks at once, and covers earlier requests", async () => {
  const { ask, at } = pulsing(1);
  ask();
  await pass(20);
  ask("now");
  await pass(10);
  ask("now");
  await pass(1_000);
  expect(at).toEqual([20, 30]);
});

test("[W10] a long tick delays the next one, so that ticks take no more than their share of the time", async () => {
  const { ask, at } = pulsing(60, 0.1);
  ask();
  await pass(120);
  ask();
  await pass(2_000);
  expect(at).toEqual([50, 650]);
});

test("[W10] a tick that waited for seconds delays the next one by ten seconds, and no more", async () => {
  const { ask, at } = pulsing(6_000, 0.02);
  ask("now");
  await pass(6_100);
  ask();
  await pass(60_000);
  expect(at).toEqual([0, 16_000]);
});

test("[W10] a stopped pulse ticks no more, even if it was asked during its last tick", async () => {
  const { ask, stop, at } = pulsing(50);
  ask("now");
  ask();
  stop();
  await pass(1_000);
  expect(at).toEqual([0]);
});
