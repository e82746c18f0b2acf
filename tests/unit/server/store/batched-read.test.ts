import { expect, test } from "vitest";
import { readTogether } from "#server/store/batched-read.ts";

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test("reads of one turn are one query, also where one causes another, and none waits for the next turn", async () => {
  const queries: string[][] = [];
  const read = readTogether(async (keys) => {
    queries.push(keys);
    return new Map(keys.map((key) => [key, key.toUpperCase()]));
  });
  const first = ["a", "b", "a"].map(read);
  const caused = Promise.resolve().then(() => read("c"));
  await nextTurn();
  expect(queries).toEqual([["a", "b", "c"]]);
  expect(await Promise.all([...first, caused])).toEqual(["A", "B", "A", "C"]);

  const lone = read("d");
  await nextTurn();
  expect(queries.slice(1)).toEqual([["d"]]);
  expect(await lone).toBe("D");
});

test("a query that fails fails its own reads only", async () => {
  let isDown = true;
  const read = readTogether(async (keys) => {
    if (isDown) throw new Error("the database is down");
    return new Map(keys.map((key) => [key, key]));
  });
  await expect(read("a")).rejects.toThrow("the database is down");
  isDown = false;
  expect(await read("b")).toBe("b");
});
