import { expect, test } from "vitest";
import { batchedRead } from "#server/store/batching/batched-read.ts";

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test("reads of one turn are one query, also where one causes another, and none waits for the next turn", async () => {
  const queries: string[][] = [];
  const read = batchedRead(async (keys) => {
    queries.push(keys);
    return new Map(keys.map((key) => [key, key.toUpperCase()]));
  });
  const first = ["a", "b", "a"].map(read);
  const caused = Promise.resolve().then(() => read("c"));
  await nextTurn();
  expect(queries).toEqual([["a", "b", "c", "c"]]);
  expect(await Promise.all([...first, caused])).toEqual(["A", "B", "A", "C"]);

  const lone = read("d");
  await nextTurn();
  expect(queries.slice(1)).toEqual([["d"]]);
  expect(await lone).toBe("D");
});

test("a query has one of ten numbers of keys, and 500 at most", async () => {
  const lengths: number[] = [];
  const read = batchedRead(async (keys) => {
    lengths.push(keys.length);
    return new Map(keys.map((key) => [key, key]));
  });
  for (const count of [1, 2, 3, 33, 257, 501]) {
    const keys = Array.from({ length: count }, (_, index) => `${index}`);
    expect(await Promise.all(keys.map(read))).toEqual(keys);
  }
  expect(lengths).toEqual([1, 2, 4, 64, 500, 500, 1]);
});

test("a query that fails fails its own reads only", async () => {
  let isDown = true;
  const read = batchedRead(async (keys) => {
    if (isDown) throw new Error("the database is down");
    return new Map(keys.map((key) => [key, key]));
  });
  await expect(read("a")).rejects.toThrow("the database is down");
  isDown = false;
  expect(await read("b")).toBe("b");
});

test("a key that can't be read fails its own reads only", async () => {
  const read = batchedRead(async (keys) => {
    return new Map(keys.map((key) => [key, key === "bad" ? new Error("bad can't be read") : key]));
  });
  const [bad, good] = await Promise.allSettled([read("bad"), read("good")]);
  expect(bad).toMatchObject({ status: "rejected", reason: { message: "bad can't be read" } });
  expect(good).toEqual({ status: "fulfilled", value: "good" });
});
