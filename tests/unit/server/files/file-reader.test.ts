import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { BroadcastChannel } from "node:worker_threads";
import { expect, test } from "vitest";
import { createFileReader } from "#server/files/file-reader.ts";

const THREAD = "tests/support/file-thread.mjs";
const asked = (who: string, name: string, signal = new AbortController().signal) => ({
  who,
  name,
  bytes: new Uint8Array(),
  signal,
});
const TOO_HARD = { ok: true, value: { ok: false, fault: "too-hard" } };

test("[U8] a file that takes too long, too much memory or makes a reader fail is refused, and the next is read", async () => {
  const soon = createFileReader(THREAD, 300);
  for (const time of ["once", "again"])
    expect(await soon.read(asked("ada", "endless")), time).toEqual(TOO_HARD);
  // Within half a minute only the thread's memory, or its fault, can end these.
  const files = createFileReader(THREAD);
  for (const name of ["greedy", "broken"])
    expect(await files.read(asked("ada", name)), name).toEqual(TOO_HARD);
});

test("[U8] the limit of time outlives garbage collection", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const collecting = setInterval(collect, 100);
  const leaves = new AbortController();
  expect(await createFileReader(THREAD, 400).read(asked("ada", "endless", leaves.signal))).toEqual(TOO_HARD);
  clearInterval(collecting);
  leaves.abort();
});

test("[U8] a file that fills more than 400 MB outside of its thread's heap is refused", async () => {
  expect(await createFileReader(THREAD).read(asked("ada", "buffers"))).toEqual(TOO_HARD);
});

test("[U9] two files are read at once, of one instructor one; a third waits, an instructor waits once, and leaving frees the place", async () => {
  const files = createFileReader(THREAD);
  const channel = new BroadcastChannel("file-thread");
  const runs: string[] = [];
  let heard = () => undefined as undefined;
  channel.onmessage = (event) => {
    runs.push(String((event as { data?: unknown }).data).replace(" runs", ""));
    heard();
  };
  const untilRuns = async (count: number) => {
    while (runs.length < count)
      await new Promise<void>((resolve) => {
        heard = () => void resolve() as undefined;
      });
    return runs;
  };
  const leaves = new AbortController();
  const first = files.read(asked("ada", "a1"));
  const again = files.read(asked("ada", "a2", leaves.signal));
  const other = files.read(asked("bob", "b1"));
  const third = files.read(asked("cy", "c1"));
  expect((await untilRuns(2)).toSorted()).toEqual(["a1", "b1"]);
  expect(await files.read(asked("ada", "a3"))).toMatchObject({ ok: false, code: "too-many", retryAfter: 5 });
  leaves.abort();
  expect(await again).toMatchObject({ ok: false });

  channel.postMessage("a1");
  expect(await first).toEqual({ ok: true, value: { ok: false, fault: "scanned" } });
  expect((await untilRuns(3)).at(-1)).toBe("c1");
  for (const name of ["b1", "c1"]) channel.postMessage(name);
  await Promise.all([other, third]);
  channel.close();
});
