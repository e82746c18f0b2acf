import { afterEach, expect, test, vi } from "vitest";
import { readTogether } from "#server/store/batched-read.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test("reads that come together are one query, the next ones join another, and a lone read does not wait for more", async () => {
  // A real millisecond may pass within a turn of the event loop.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  let now = 1_000;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const queries: string[][] = [];
  const read = readTogether(async (keys) => {
    queries.push(keys);
    return new Map(keys.map((key) => [key, key.toUpperCase()]));
  });
  const first = ["a", "b", "a"].map(read);
  await nextTurn();
  expect(queries).toEqual([["a", "b"]]);
  expect(await Promise.all(first)).toEqual(["A", "B", "A"]);

  now += 4;
  const second = [read("c")];
  await nextTurn();
  second.push(read("d"));
  await nextTurn();
  vi.advanceTimersByTime(1);
  expect(await Promise.all(second)).toEqual(["C", "D"]);
  expect(queries.slice(1)).toEqual([["c", "d"]]);

  now += 5;
  const lone = read("e");
  await nextTurn();
  expect(queries.slice(2)).toEqual([["e"]]);
  expect(await lone).toBe("E");
});
