import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { isBusy } from "#server/platform/busy-loop.ts";

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
