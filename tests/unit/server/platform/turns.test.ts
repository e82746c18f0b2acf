import { expect, test } from "vitest";
import { createTurns } from "#server/platform/turns.ts";

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** How many of so many requests are started in each turn of the event loop. */
async function startedPerTurn(slice: number, requests: number): Promise<number[]> {
  const inTurn = createTurns(slice);
  let started = 0;
  for (let request = 0; request < requests; request += 1)
    inTurn(() => {
      started += 1;
    });
  const perTurn: number[] = [];
  while (started < requests) {
    const before = started;
    await nextTurn();
    perTurn.push(started - before);
  }
  return perTurn;
}

test("[L15] of requests that take a whole slice each, one is started in each turn of the event loop", async () => {
  expect(await startedPerTurn(0, 64)).toEqual(Array<number>(64).fill(1));
});

test("[L15] short requests share a slice", async () => {
  expect(await startedPerTurn(60_000, 64)).toEqual([64]);
});

test("[L15] a request that arrives while others wait is started after them", async () => {
  const inTurn = createTurns(0);
  const order: string[] = [];
  inTurn(() => {
    order.push("first");
    inTurn(() => order.push("last"));
  });
  inTurn(() => order.push("second"));
  while (order.length < 3) await nextTurn();
  expect(order).toEqual(["first", "second", "last"]);
});
