import { expect, test } from "vitest";
import { refusalOf } from "#server/platform/failures.ts";
import { isPassing } from "#server/platform/storage-failures.ts";
import { createJobWriter, QUEUE_LENGTH } from "#server/store/batching/job-writer.ts";
import type { Transaction } from "#server/store/database.ts";

/** Of a transaction these jobs use nothing. */
const transaction = {} as Transaction;

/** A writer of empty jobs, of which the first blocks the others until it is released. */
async function heldUp() {
  const write = createJobWriter((jobs) => jobs(transaction), null);
  const done: string[] = [];
  const job = (name: string) => async () => void done.push(name);
  let letGo = (): void => undefined;
  let held: Promise<unknown> = Promise.resolve();
  await new Promise<void>((begin) => {
    held = write(() => {
      begin();
      return new Promise<void>((resolve) => {
        letGo = resolve;
      });
    });
  });
  return { write, done, job, held, letGo };
}

test("[L9] the host's decisions go before everything else that waits, in their own order", async () => {
  const { write, done, job, held, letGo } = await heldUp();
  const rebuttals = Array.from({ length: 100 }, (_, n) => write(job(`rebuttal ${n}`)));
  const moves = ["reveal", "move"].map((name) => write(job(name), undefined, "first"));
  letGo();
  await Promise.all([held, ...rebuttals, ...moves]);
  expect(done.slice(0, 4)).toEqual(["reveal", "move", "rebuttal 0", "rebuttal 1"]);
  expect(done).toHaveLength(102);
});

test("[L9] a full queue answers `busy`, logs that once, and still accepts the host's messages", async () => {
  const { write, done, job, held, letGo } = await heldUp();
  const waiting = Array.from({ length: QUEUE_LENGTH }, () => write(job("rebuttal")));
  const logged: string[] = [];
  const log = { error: (_: object, message: string) => void logged.push(message) };
  for (let more = 0; more < 3; more += 1) {
    const failure: unknown = await write(job("one more")).catch((error) => error);
    expect(refusalOf(failure, log, "refused")).toEqual({ ok: false, code: "busy" });
  }
  expect(logged).toEqual(["refused"]);
  const move = write(job("move"), undefined, "first");
  letGo();
  await Promise.all([held, ...waiting, move]);
  expect(done[0]).toBe("move");
  await write(job("later"));
  expect(done).toHaveLength(QUEUE_LENGTH + 2);
});

test("jobs share a transaction; one that fails rolls it back, and each is then run alone", async () => {
  const transactions: string[][] = [];
  const write = createJobWriter(async (jobs) => {
    const own: string[] = [];
    transactions.push(own);
    running = own;
    return jobs(transaction);
  }, null);
  let running: string[] = [];
  const job = (name: string, fails = false) =>
    write(async () => {
      running.push(name);
      if (fails) throw new Error(`${name} fails`);
      return name;
    });
  const outcomes = await Promise.allSettled([job("a"), job("b", true), job("c")]);
  expect(transactions).toEqual([["a", "b"], ["a"], ["b"], ["c"]]);
  expect(outcomes).toMatchObject([{ value: "a" }, { reason: { message: "b fails" } }, { value: "c" }]);
  expect(await job("d")).toBe("d");
});

/** As PostgreSQL refuses a statement that waited too long for a lock. */
const noLock = () => Object.assign(new Error("canceling statement due to lock timeout"), { code: "55P03" });

test("[O19] a job that gets no lock fails alone, and is not run again: the others of its transaction are stored without it", async () => {
  const transactions: string[][] = [];
  const write = createJobWriter(async (jobs) => {
    transactions.push([]);
    return jobs(transaction);
  }, null);
  const job = (name: string, fails = false) =>
    write(async () => {
      transactions.at(-1)?.push(name);
      if (fails) throw noLock();
      return name;
    });
  const outcomes = await Promise.allSettled([job("a"), job("b", true), job("c"), job("d", true), job("e")]);
  expect(transactions).toEqual([
    ["a", "b"],
    ["a", "c", "d"],
    ["a", "c", "e"],
  ]);
  expect(outcomes.map((each) => (each.status === "fulfilled" ? each.value : isPassing(each.reason)))).toEqual(
    ["a", true, "c", true, "e"],
  );
});

test("[O19] where the whole transaction gets no lock, it is tried once and all of its jobs fail", async () => {
  let tried = 0;
  const write = createJobWriter(async () => {
    tried += 1;
    throw noLock();
  }, null);
  const outcomes = await Promise.allSettled(["a", "b"].map((name) => write(async () => name)));
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(tried).toBe(1);
});
