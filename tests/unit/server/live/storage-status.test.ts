import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Sockets } from "#server/live/cluster.ts";
import { watchStorage } from "#server/live/storage-status.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Emit = (name: string, payload: unknown) => void;

/** A storage check on a database that fails on demand, and a record of the messages sent. */
function watched() {
  let report: (working: boolean) => void = () => undefined;
  let arrive: (socket: { emit: Emit }) => void = () => undefined;
  const told: unknown[] = [];
  const logged: string[] = [];
  const ping = vi.fn(async () => {
    throw new Error("the disk is full");
  });
  const emit: Emit = (name, payload) => told.push([name, payload]);
  const io = {
    local: { emit },
    on: (_name: string, listener: typeof arrive) => {
      arrive = listener;
    },
  };
  const database = {
    watch: (listener: typeof report) => {
      report = listener;
    },
    ping: ping as () => Promise<void>,
  };
  const log = { error: () => logged.push("fails"), info: () => logged.push("works") };
  const storage = watchStorage(io as unknown as Sockets, database, log);
  return {
    ...{ told, logged, ping, storage },
    report: (working: boolean) => report(working),
    /** What a client that connects now is told. */
    arrive(): unknown[] {
      const heard: unknown[] = [];
      arrive({ emit: (name, payload) => heard.push([name, payload]) });
      return heard;
    },
  };
}

const storage = (working: boolean) => ["storage", { working }];

test("[W4] everyone is told of each change, and it is logged once", () => {
  const { report, told, logged } = watched();
  report(false);
  report(true);
  expect(told).toEqual([storage(false), storage(true)]);
  expect(logged).toEqual(["fails", "works"]);
});

test("[W4] a client that connects while nothing can be stored is told, and no one else", () => {
  const { report, arrive } = watched();
  expect(arrive()).toEqual([]);
  report(false);
  expect(arrive()).toEqual([storage(false)]);
  report(true);
  expect(arrive()).toEqual([]);
});

test("[W4] storage is checked every second, whether it works or not", async () => {
  const { report, ping } = watched();
  await vi.advanceTimersByTimeAsync(999);
  expect(ping).toHaveBeenCalledTimes(0);
  await vi.advanceTimersByTimeAsync(2_001);
  expect(ping).toHaveBeenCalledTimes(3);
  report(false);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(ping).toHaveBeenCalledTimes(6);
  ping.mockResolvedValue(undefined as never);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(ping).toHaveBeenCalledTimes(9);
});

test("[W4] no check begins before the last one has ended", async () => {
  const { ping } = watched();
  let fail: (error: Error) => void = () => undefined;
  ping.mockImplementationOnce(() => new Promise((_resolve, reject) => (fail = reject)));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(ping).toHaveBeenCalledTimes(1);
  fail(new Error("still full"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ping).toHaveBeenCalledTimes(2);
});
