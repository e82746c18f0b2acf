import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { isBusy, untilQuiet } from "#server/platform/busy-loop.ts";

/** As long as a server is watched, in milliseconds, and longer. */
const LONG_ENOUGH = 100;

test("a server is busy while its event loop works, and no more once it waits", async () => {
  isBusy();
  await pause(LONG_ENOUGH);
  expect(isBusy()).toBe(false);
  for (const end = performance.now() + LONG_ENOUGH; performance.now() < end; )
    await new Promise((resolve) => setImmediate(resolve));
  expect(isBusy()).toBe(true);
  await pause(LONG_ENOUGH);
  expect(isBusy()).toBe(false);
});

test("work that can wait begins once the event loop waits again, or after as long as it may wait", async () => {
  const worksFor = async (milliseconds: number) => {
    for (const end = performance.now() + milliseconds; performance.now() < end; )
      await new Promise((resolve) => setImmediate(resolve));
    return "worked";
  };
  const first = (most: number, works: number) =>
    Promise.race([worksFor(works), untilQuiet(most).then(() => "began")]);
  await pause(LONG_ENOUGH);
  expect(await first(10_000, 3 * LONG_ENOUGH)).toBe("worked");
  expect(await first(LONG_ENOUGH, 10 * LONG_ENOUGH)).toBe("began");
});
