import { expect, test } from "vitest";
import { createTurns, divided, inSlices } from "#server/platform/slices.ts";

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** How many of so many requests are started in each turn of the event loop. */
async function startedPerTurn(slice: number, requests: number): Promise<number[]> {
  const inTurn = createTurns(slice);
  let started = 0;
  for (let request = 0; request < requests; request += 1)
    void inTurn(() => {
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

test("[L15] a request that arrives while others wait is started after them", async () => {
  const inTurn = createTurns();
  const order: string[] = [];
  const all = [
    inTurn(() => {
      order.push("first");
      all.push(inTurn(() => order.push("last")));
    }),
    inTurn(() => order.push("second")),
  ];
  while (order.length < 3) await nextTurn();
  expect(order).toEqual(["first", "second", "last"]);
});

function* steps(count: number, onStep: () => void): Generator<void, string> {
  for (let step = 0; step < count; step += 1) {
    onStep();
    yield;
  }
  return "done";
}

/** How many steps were taken in each turn of the event loop until all work is done. */
async function stepsPerTurn(slice: number, works: number, count: number): Promise<number[]> {
  let [taken, isDone] = [0, false];
  const all = Array.from({ length: works }, () =>
    inSlices(
      steps(count, () => (taken += 1)),
      slice,
    ),
  );
  const done = Promise.all(all).then((results) => {
    expect(results).toEqual(Array(works).fill("done"));
    isDone = true;
  });
  const perTurn: number[] = [];
  while (!isDone) {
    const before = taken;
    await new Promise((resolve) => setImmediate(resolve));
    perTurn.push(taken - before);
  }
  await done;
  return perTurn;
}

test("[L15] other work has its turn after each slice", async () => {
  const perTurn = await stepsPerTurn(0, 1, 20);
  expect(Math.max(...perTurn)).toBe(1);
  expect(perTurn.filter((steps) => steps === 1)).toHaveLength(20);
});

test("[L15] short steps share a slice", async () => {
  expect(Math.max(...(await stepsPerTurn(60_000, 1, 20)))).toBe(20);
});

test("what a slice throws, its caller hears, and the next work goes on", async () => {
  // biome-ignore lint/correctness/useYield: a slice that throws never yields.
  const failing = function* (): Generator<void, never> {
    throw new Error("a bug");
  };
  await expect(inSlices(failing())).rejects.toThrow("a bug");
  expect(await inSlices(steps(3, () => undefined))).toBe("done");
});

test("items are divided in their order, by weight, and a heavy one is alone", () => {
  expect([...divided([1, 2, 3, 4, 9, 1], 5, (weight) => weight)]).toEqual([[1, 2], [3], [4], [9], [1]]);
  expect([...divided("abcde", 2)]).toEqual([["a", "b"], ["c", "d"], ["e"]]);
  expect([...divided([], 2)]).toEqual([]);
});
