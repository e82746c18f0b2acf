import { expect, test, vi } from "vitest";
import { accept, type Result } from "#debate/rules/result.ts";
import { QueueFull } from "#server/platform/storage-failures.ts";
import { noWriteMetrics } from "#server/platform/write-metrics.ts";
import {
  createDecidingWriter,
  createGroupWriter,
  type Grouping,
  QUEUE_LENGTH,
} from "#server/store/batching/group-writer.ts";

test("[L9] when too many ballots wait, one more is answered `busy`, and all others are stored", async () => {
  const stored: number[] = [];
  const outcomes: string[] = [];
  const watch = { ...noWriteMetrics(), settled: (outcome: string) => void outcomes.push(outcome) };
  const write = createGroupWriter<{ n: number }, string>(
    {
      store: async (items) => {
        stored.push(...items.map(({ n }) => n));
        return [];
      },
      stored: () => "stored",
      explain: async () => () => null,
      busy: () => "busy",
    },
    null,
    watch,
  );
  const waiting = Array.from({ length: QUEUE_LENGTH }, (_, n) => write({ n }));
  expect(await write({ n: -1 })).toBe("busy");
  expect(outcomes).toEqual(["busy"]);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(["stored"]));
  expect(stored).toEqual(waiting.map((_, n) => n));
  expect(await write({ n: -2 })).toBe("stored");
});

type Item = { sessionId: string; n: number };

/** A writer that keeps the groups it was given, and fails on a negative number. */
function writing(grouping: Grouping = {}) {
  const groups: number[][] = [];
  const decide = async (items: Item[]): Promise<Result<number>[]> => {
    groups.push(items.map(({ n }) => n));
    if (items.some(({ n }) => n < 0)) throw new Error("a bug");
    return items.map(({ n }) => accept(n));
  };
  const write = createDecidingWriter(decide, ({ sessionId }) => sessionId, noWriteMetrics(), grouping);
  return { groups, send: (n: number, sessionId = "one") => write({ sessionId, n }) };
}

test("[R18] an item that makes a group fail is stored again alone, and fails alone", async () => {
  const { groups, send } = writing();
  const sent = await Promise.allSettled([1, -2, 3].map((n) => send(n)));
  expect(sent.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(groups).toEqual([[1, -2, 3], [1], [-2], [3]]);
});

test("[R18] of items that are stored again alone, one that meets a passing fault fails alone", async () => {
  const decide = async (items: Item[]): Promise<Result<number>[]> => {
    if (items.length > 1) throw new Error("a bug");
    if (items[0]?.n === 2) throw new QueueFull();
    return items.map(({ n }) => accept(n));
  };
  const write = createDecidingWriter(decide, null, noWriteMetrics());
  const sent = await Promise.allSettled([1, 2, 3].map((n) => write({ sessionId: "one", n })));
  expect(sent.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("[B2] a transaction takes no more than its writer allows", async () => {
  const { groups, send } = writing({ most: 3 });
  await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => send(n)));
  expect(groups).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
});

test("[B2] within 20 ms of a transaction the next one gathers, until 50 wait: these go at once, and so does what follows them", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  try {
    const { groups, send } = writing({ most: 50, wait: 20 });
    expect(await send(0)).toEqual(accept(0));
    const some = Array.from({ length: 49 }, (_, n) => send(n));
    await new Promise(setImmediate);
    expect(groups).toEqual([[0]]);
    await Promise.all([...some, send(49)]);
    expect(groups.map(({ length }) => length)).toEqual([1, 50]);
    expect(await send(50)).toEqual(accept(50));
    const next = send(51);
    await vi.advanceTimersByTimeAsync(19);
    expect(groups).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(await next).toEqual(accept(51));
  } finally {
    vi.useRealTimers();
  }
});

test("[R18] what gathers is stored first when hurried, what is under way before it, and what comes later gathers again", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  try {
    const groups: string[] = [];
    let release: (() => void) | undefined;
    const decide = async (items: Item[], order: string): Promise<Result<number>[]> => {
      groups.push(`${order} ${items.map(({ n }) => n)}`);
      if (items[0]?.n === 1) await new Promise<void>((resolve) => (release = resolve));
      return items.map(({ n }) => accept(n));
    };
    const key = ({ sessionId }: Item) => sessionId;
    const write = createDecidingWriter(decide, key, noWriteMetrics(), { wait: 50 });
    const send = (n: number, sessionId = "one") => write({ sessionId, n });
    await write.hurry("one");
    const underWay = send(1);
    await new Promise(setImmediate);
    const waits = [send(2), send(3)];
    const handed = write.hurry("one").then(() => groups.push("move"));
    await new Promise(setImmediate);
    expect(groups).toEqual(["in-turn 1"]);
    release?.();
    await Promise.all([underWay, ...waits, handed]);
    expect(groups).toEqual(["in-turn 1", "first 2,3", "move"]);
    const gathering = [send(4), send(5, "another")];
    await new Promise(setImmediate);
    expect(groups.slice(3)).toEqual(["in-turn 5"]);
    await write.hurry("one");
    await Promise.all(gathering);
    expect(groups.slice(4)).toEqual(["first 4"]);
    const later = send(6);
    await vi.advanceTimersByTimeAsync(49);
    expect(groups).toHaveLength(5);
    await vi.advanceTimersByTimeAsync(1);
    expect([await later, groups.at(-1)]).toEqual([accept(6), "in-turn 6"]);
    // A server that stops hurries all sessions.
    expect(await send(7, "another")).toEqual(accept(7));
    const last = [send(8), send(9, "another")];
    await new Promise(setImmediate);
    expect(groups.slice(6)).toEqual(["in-turn 7"]);
    await write.hurry();
    await Promise.all(last);
    expect(groups.slice(7).sort()).toEqual(["first 8", "first 9"]);
  } finally {
    vi.useRealTimers();
  }
});
