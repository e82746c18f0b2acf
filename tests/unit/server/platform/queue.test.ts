import { expect, test } from "vitest";
import { createQueue, type Party } from "#server/platform/queue.ts";

/** A queue whose turns the test ends, in the order in which they started. */
function queueOf(limits: { atOnce: number; ofEach?: number; waiting: number }) {
  const queue = createQueue(limits);
  const started: string[] = [];
  const refused: string[] = [];
  const running: (() => void)[] = [];
  return {
    started,
    refused,
    isWaiting: queue.isWaiting,
    enter(name: string, party: Party | "first", signal?: AbortSignal): void {
      const work = () => {
        started.push(name);
        return new Promise<string>((resolve) => running.push(() => resolve(name)));
      };
      void queue(work, party, signal).then((done) => done ?? refused.push(name));
    },
    /** Ends the oldest turn, and lets the next one start. */
    async end(turns = 1): Promise<void> {
      for (let n = 0; n < turns; n += 1) {
        running.shift()?.();
        await new Promise(setImmediate);
      }
    },
  };
}

const settled = () => new Promise(setImmediate);
const CLOSET: Party = ["192.0.2.1", ""];
const SCHOOL: Party = ["192.0.2.2", ""];

test("[L14] a fixed number run at once, the others in the order of arrival", async () => {
  const queue = queueOf({ atOnce: 2, waiting: 10 });
  for (const name of ["a", "b", "c", "d"]) queue.enter(name, SCHOOL);
  expect(queue.started).toEqual(["a", "b"]);
  await queue.end(2);
  expect(queue.started).toEqual(["a", "b", "c", "d"]);
  await queue.end(2);
  queue.enter("e", SCHOOL);
  expect(queue.started).toHaveLength(5);
});

test("[L14] a hundred requests of one address delay another's only request by one", async () => {
  const queue = queueOf({ atOnce: 1, waiting: 200 });
  for (let n = 0; n < 100; n += 1) queue.enter(`closet ${n}`, CLOSET);
  queue.enter("school", SCHOOL);
  await queue.end(2);
  expect(queue.started).toEqual(["closet 0", "closet 1", "school"]);
  await queue.end(98);
  expect(queue.started).toHaveLength(101);
});

test("[L14] behind one address seats take turns as well, also with people who have no seat", async () => {
  const queue = queueOf({ atOnce: 1, waiting: 200 });
  for (let n = 0; n < 50; n += 1) queue.enter(`script ${n}`, ["192.0.2.2", "a seat"]);
  queue.enter("ada", ["192.0.2.2", "ada"]);
  queue.enter("new", SCHOOL);
  await queue.end(3);
  expect(queue.started).toEqual(["script 0", "script 1", "ada", "new"]);
});

test("[L14] a page that many wait for goes first", async () => {
  const queue = queueOf({ atOnce: 1, waiting: 2 });
  for (const name of ["a", "b", "c"]) queue.enter(name, SCHOOL);
  queue.enter("shared", "first");
  await queue.end();
  expect([queue.started, queue.refused]).toEqual([["a", "shared"], []]);
});

test("[U9] of each address as many are under way as may be, and others pass those that wait for that", async () => {
  const queue = queueOf({ atOnce: 2, ofEach: 1, waiting: 10 });
  queue.enter("closet 1", CLOSET);
  queue.enter("closet 2", CLOSET);
  expect([queue.started, queue.isWaiting("192.0.2.1")]).toEqual([["closet 1"], true]);
  queue.enter("school", SCHOOL);
  expect([queue.started, queue.isWaiting("192.0.2.2")]).toEqual([["closet 1", "school"], false]);
  await queue.end();
  expect(queue.started).toEqual(["closet 1", "school", "closet 2"]);
});

test("work that fails rejects, and the next begins", async () => {
  const queue = createQueue();
  const failing = queue(async () => {
    throw new Error("a bug");
  });
  const next = queue(async () => "done");
  await expect(failing).rejects.toThrow("a bug");
  expect(await next).toBe("done");
});

test("[L14] a full queue drops the newest request of the address with the most waiting, and there of the person with the most", async () => {
  const queue = queueOf({ atOnce: 1, waiting: 4 });
  queue.enter("running", CLOSET);
  for (const n of [1, 2, 3, 4]) queue.enter(`closet ${n}`, CLOSET);
  queue.enter("closet 5", CLOSET);
  await settled();
  expect(queue.refused).toEqual(["closet 5"]);
  queue.enter("school 1", SCHOOL);
  queue.enter("school 2", SCHOOL);
  await settled();
  expect(queue.refused).toEqual(["closet 5", "closet 4", "closet 3"]);
  queue.enter("school 3", SCHOOL);
  await settled();
  expect(queue.refused.at(-1)).toBe("school 3");
  queue.enter("ada", ["192.0.2.2", "ada"]);
  await settled();
  expect(queue.refused.at(-1)).toBe("school 2");
  await queue.end(4);
  expect(queue.started).toEqual(["running", "closet 1", "school 1", "closet 2", "ada"]);
});

test("[L14] a request that leaves the queue takes no turn, and leaving twice or late changes nothing", async () => {
  const queue = queueOf({ atOnce: 1, waiting: 2 });
  const [a, b] = [new AbortController(), new AbortController()];
  queue.enter("a", SCHOOL, a.signal);
  queue.enter("b", SCHOOL, b.signal);
  queue.enter("c", SCHOOL);
  b.abort();
  b.abort();
  a.abort();
  queue.enter("d", CLOSET);
  queue.enter("gone before", CLOSET, b.signal);
  await settled();
  expect(queue.refused).toEqual(["b", "gone before"]);
  await queue.end(3);
  expect(queue.started).toEqual(["a", "c", "d"]);
});
