import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createFileReader, WATCHDOG } from "#server/files/file-reader.ts";

const CHILD = "tests/support/file-child.mjs";
const asked = (who: string, name: string, signal = new AbortController().signal) => ({
  who,
  name,
  bytes: new Uint8Array(),
  signal,
});
const TOO_HARD = { ok: true, value: { ok: false, fault: "too-hard" } };

test("[U8] a file that takes too long, too much memory or makes a reader fail is refused, and the next is read", async () => {
  const soon = createFileReader(CHILD, 300);
  for (const time of ["once", "again"])
    expect(await soon.read(asked("ada", "endless")), time).toEqual(TOO_HARD);
  // Before its time is up only the memory of its process, or its fault, can end these.
  const files = createFileReader(CHILD);
  for (const name of ["greedy", "greedy at once", "broken"])
    expect(await files.read(asked("ada", name)), name).toEqual(TOO_HARD);
});

test("[U8] the limit of time outlives garbage collection", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const collecting = setInterval(collect, 100);
  const leaves = new AbortController();
  expect(await createFileReader(CHILD, 400).read(asked("ada", "endless", leaves.signal))).toEqual(TOO_HARD);
  clearInterval(collecting);
  leaves.abort();
});

test("[U8] a file that fills more than 450 MB, whatever with, is refused", async () => {
  expect(await createFileReader(CHILD).read(asked("ada", "buffers"))).toEqual(TOO_HARD);
});

test("[U8] a reader may not read or write files, start programs or ask the network, and yields to votes", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-reader-"));
  const secret = path.join(folder, "secret");
  await writeFile(secret, "kept");
  const server = createServer((_request, response) => response.end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  const files = createFileReader(CHILD);
  const tried = async (what: string, at = "") => {
    const read = await files.read(asked("ada", `${what} at ${at}`));
    return [what, read.ok && !read.value.ok && read.value.fault];
  };
  expect([
    await tried("read", secret),
    await tried("write", path.join(folder, "new")),
    await tried("fetch", `http://127.0.0.1:${port}`),
    await tried("start"),
    await tried("priority"),
  ]).toEqual([
    ["read", "denied"],
    ["write", "denied"],
    ["fetch", "denied"],
    ["start", "denied"],
    ["priority", os.constants.priority.PRIORITY_BELOW_NORMAL],
  ]);
  server.close();
  await rm(folder, { recursive: true });
});

test("[U8] a file that is read when its server is killed is read no further", async () => {
  const listener = net.createServer();
  await once(listener.listen(0, "127.0.0.1"), "listening");
  const { port } = listener.address() as net.AddressInfo;
  const options = { execArgv: [`--import=${WATCHDOG}`] };
  const server = execFile(process.execPath, [
    "-e",
    `child_process.fork("${CHILD}", ${JSON.stringify(options)}).send({ name: "${port} ada" })`,
  ]);
  const [line] = (await once(listener, "connection")) as [net.Socket];
  server.kill("SIGKILL");
  await once(line.resume(), "close");
  listener.close();
});

test("[U9] two files are read at once, of one instructor one; a third waits, an instructor waits once, and leaving frees the place", async () => {
  const files = createFileReader(CHILD);
  const runs = new Map<string, net.Socket>();
  let heard = () => undefined as undefined;
  const server = net.createServer((line) => {
    line.once("data", (who) => {
      runs.set(String(who), line);
      heard();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as net.AddressInfo;
  const read = (who: string, name: string, signal?: AbortSignal) =>
    files.read(asked(who, `${port} ${name}`, signal));
  const untilRuns = async (count: number) => {
    while (runs.size < count)
      await new Promise<void>((resolve) => {
        heard = () => void resolve() as undefined;
      });
    return [...runs.keys()];
  };
  const leaves = new AbortController();
  const first = read("ada", "a1");
  const again = read("ada", "a2", leaves.signal);
  const other = read("bob", "b1");
  const third = read("cy", "c1");
  expect((await untilRuns(2)).toSorted()).toEqual(["a1", "b1"]);
  expect(await read("ada", "a3")).toMatchObject({ ok: false, code: "too-many", retryAfter: 5 });
  leaves.abort();
  expect(await again).toMatchObject({ ok: false });

  runs.get("a1")?.end();
  expect(await first).toEqual({ ok: true, value: { ok: false, fault: "scanned" } });
  expect((await untilRuns(3)).at(-1)).toBe("c1");
  for (const name of ["b1", "c1"]) runs.get(name)?.end();
  await Promise.all([other, third]);
  server.close();
});
