import { expect, test } from "vitest";
import { countedWrites } from "#server/store/counted-writes.ts";
import type { Database } from "#server/store/database.ts";

/** What is counted of a write that ends in this way. */
async function countedOf(write: () => Promise<unknown>): Promise<string[]> {
  const counted: string[] = [];
  const database = { write } as unknown as Database;
  const { write: writing } = countedWrites(database, "notes", (kind, outcome) => {
    counted.push(`${kind} ${outcome}`);
  });
  await writing(async () => undefined).catch(() => undefined);
  return counted;
}

test.each([
  [undefined, ["notes stored"]],
  [{ ok: true, value: 1 }, ["notes stored"]],
  [{ ok: false, code: "wrong-phase" }, ["notes refused"]],
  [{ outcome: "stale" }, ["notes refused"]],
  [null, ["notes refused"]],
  [
    [{ ok: true }, { ok: false }, { ok: true }],
    ["notes stored", "notes refused", "notes stored"],
  ],
  [["a", "b"], ["notes stored"]],
  [[], ["notes stored"]],
])("[O41] a write that returns %j is counted as %j", async (value, counted) => {
  expect(await countedOf(async () => value)).toEqual(counted);
});

test("[O41] a write that the database fails is counted as failed", async () => {
  expect(await countedOf(() => Promise.reject(new Error("the disk is full")))).toEqual(["notes failed"]);
});
