import { mkdtemp, readdir, rm } from "node:fs/promises";
import { Server } from "node:http";
import os from "node:os";
import path from "node:path";
import type { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startTemporaryServer } from "#server/capacity/temporary-server.ts";
import type { PageApi } from "#server/pages/page-api.ts";
import { FAST_HASHER } from "#tests/support/signed-in.ts";

let folder = "";
/** The threads that write to databases, as long as they run. */
const threads = new Set<Worker>();
const count = (thread: Worker) => {
  threads.add(thread);
  thread.once("exit", () => threads.delete(thread));
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "resolved-temporary-"));
  process.on("worker", count);
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.off("worker", count);
  threads.clear();
  await rm(folder, { recursive: true, force: true });
});

const start = () =>
  startTemporaryServer({
    parts: {
      clock: Date.now,
      ids: { uuid: () => crypto.randomUUID(), key: () => crypto.randomUUID(), draw: () => 0 },
      hasher: FAST_HASHER,
    },
    migrations: path.resolve("prisma/migrations"),
    database: path.join(folder, "resolved.db"),
    pages: () => undefined,
    pageApi: () => ({}) as PageApi,
  });

test("[Q1] a temporary server that fails to close leaves no folder", async () => {
  const server = await start();
  expect(await readdir(folder)).toHaveLength(1);
  vi.spyOn(Server.prototype, "closeIdleConnections").mockImplementationOnce(() => {
    throw new Error("it does not close");
  });
  await expect(server.close()).rejects.toThrow("it does not close");
  expect(await readdir(folder)).toEqual([]);
});

test("[Q1] a temporary server that can't be created leaves no open database and no folder", async () => {
  vi.spyOn(Server.prototype, "prependListener").mockImplementationOnce(() => {
    throw new Error("it can't be created");
  });
  await expect(start()).rejects.toThrow("it can't be created");
  expect(threads.size).toBe(0);
  expect(await readdir(folder)).toEqual([]);
});
