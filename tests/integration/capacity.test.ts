import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pino from "pino";
import { expect, test } from "vitest";
import type { Capacity, CapacityState } from "#debate/protocol/capacity.ts";
import type { Measure } from "#server/capacity/check.ts";
import { createMeasure } from "#server/capacity/measure.ts";
import { removeLeftovers } from "#server/capacity/temporary-server.ts";
import { fixedAnswer } from "#server/http/fixed-answers.ts";
import type { Pages } from "#server/http/join-page.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { FAST_HASHER } from "#tests/support/signed-in.ts";

const FOUND: Capacity = {
  phones: 300,
  orMore: false,
  limit: "joining",
  played: 200,
  vote: 12,
  reveal: 9,
  joinsPerMinute: 800,
};

/** A check that plays nothing, and ends when the test says so or it is stopped. */
function measureOnDemand() {
  let find = (): void => undefined;
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const measure: Measure = (signal, progress) =>
    new Promise((resolve, reject) => {
      progress(50);
      find = () => resolve(FOUND);
      signal.addEventListener("abort", () => reject(new Error("stopped")));
      begin();
    });
  return { measure, begun, find: () => find() };
}

const asks = (server: TestServer, method = "GET", cookie = server.cookie) =>
  server.request("/api/capacity", { method, headers: { cookie } });
const stateOf = async (server: TestServer) => (await (await asks(server)).json()) as CapacityState;
const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

test("[Q4] an instructor starts a check, sees its progress and its result, and nobody else does", async () => {
  const { measure, begun, find } = measureOnDemand();
  await using server = await startServer({ engine: "sqlite", measure });
  for (const method of ["GET", "POST", "DELETE"])
    expect((await asks(server, method, "")).status, method).toBe(401);
  expect(await stateOf(server)).toEqual({ isAvailable: true, running: null, last: null, found: null });
  expect((await asks(server, "POST")).status).toBe(202);
  await begun;
  expect(await stateOf(server)).toMatchObject({ running: { phones: 50 }, last: null });
  find();
  await expect
    .poll(() => stateOf(server))
    .toMatchObject({ running: null, last: { outcome: "measured" }, found: { capacity: FOUND } });
});

test("[Q4] a second check at the same time is refused, and six in ten minutes are the most", async () => {
  const { measure, begun } = measureOnDemand();
  await using server = await startServer({ engine: "sqlite", measure });
  const both = await Promise.all([asks(server, "POST"), asks(server, "POST")]);
  expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
  await begun;
  expect(await codeOf(await asks(server, "POST"))).toBe("duplicate");
  for (let started = 1; started < 6; started += 1) {
    expect((await asks(server, "DELETE")).status).toBe(204);
    expect((await asks(server, "POST")).status).toBe(202);
  }
  await asks(server, "DELETE");
  const refused = await asks(server, "POST");
  expect(await codeOf(refused)).toBe("too-many");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("[Q3] while someone is connected to a session that is not closed, no check starts", async () => {
  await using server = await startServer({ engine: "sqlite", measure: measureOnDemand().measure });
  const host = await server.connect("host");
  for (const to of ["lobby", "before", "reading", "rebuttal", "after", "results"] as const) {
    const { session } = await host.sync();
    if (session.phase !== to) await host.send("host:phase", { to, version: session.version });
    expect(await codeOf(await asks(server, "POST")), to).toBe("session-running");
  }
  const { session } = await host.sync();
  await host.send("host:phase", { to: "closed", version: session.version });
  expect((await asks(server, "POST")).status).toBe(202);
});

test("[Q3] a check ends at once when someone connects to a session, and says so", async () => {
  const { measure, begun } = measureOnDemand();
  await using server = await startServer({ engine: "sqlite", measure });
  await asks(server, "POST");
  await begun;
  const ada = await server.connect("student");
  await expect
    .poll(() => stateOf(server))
    .toMatchObject({ running: null, last: { outcome: "session-running" } });
  expect((await ada.sync()).session.phase).toBe("lobby");
});

test("[Q3] a check ends at once when a host opens a closed session again", async () => {
  const { measure, begun } = measureOnDemand();
  await using server = await startServer({ engine: "sqlite", measure });
  const host = await server.connect("host");
  await moveTo(host, "closed");
  await asks(server, "POST");
  await begun;
  await moveTo(host, "results");
  await expect
    .poll(() => stateOf(server))
    .toMatchObject({ running: null, last: { outcome: "session-running" } });
});

test("[Q4] a check can be canceled, and one that fails says so in the log", async () => {
  const lines: string[] = [];
  let fails = false;
  const onDemand = measureOnDemand();
  const measure: Measure = async (...given) => {
    if (fails) throw new Error("no disk");
    return onDemand.measure(...given);
  };
  const log = pino({ level: "error" }, { write: (line: string) => lines.push(line) });
  await using server = await startServer({ engine: "sqlite", measure, log });
  await asks(server, "POST");
  await onDemand.begun;
  expect((await asks(server, "DELETE")).status).toBe(204);
  expect(await stateOf(server)).toMatchObject({ running: null, last: { outcome: "canceled" } });
  expect(lines).toEqual([]);
  expect((await asks(server, "DELETE")).status).toBe(204);
  fails = true;
  await asks(server, "POST");
  await expect.poll(() => stateOf(server)).toMatchObject({ running: null, last: { outcome: "failed" } });
  expect(lines.join()).toContain("no disk");
});

test("[Q1] a server without a way to measure says so", async () => {
  await using server = await startServer({ engine: "sqlite" });
  expect((await stateOf(server)).isAvailable).toBe(false);
  expect(await codeOf(await asks(server, "POST"))).toBe("not-found");
});

/** A page with two files, as far as a phone reads it. One of them is in memory [W11]. */
const files = new Map([["/_next/static/room.js", { plain: fixedAnswer(Buffer.from("0"), {}) }]]);
const pages: Pages = ({ url = "" }, response) => {
  loaded.push(url.replace(/^\/s\/.*/u, "/s/CODE"));
  response
    .writeHead(200, { "content-type": "text/html" })
    .end('<script src="/_next/static/room.js"></script><script src="/_next/static/large.js"></script>');
};
const loaded: string[] = [];

/** A server whose checks play real phones, in a process of their own. */
async function withPhones({ first = 3, largest = 6 } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-capacity-"));
  let server: TestServer | undefined;
  const measure = createMeasure({
    parts: {
      clock: Date.now,
      ids: { uuid: () => crypto.randomUUID(), key: () => crypto.randomUUID(), draw: (below) => draw(below) },
      files,
      hasher: FAST_HASHER,
    },
    migrations: path.resolve("prisma/migrations"),
    database: path.join(folder, "resolved.db"),
    pages: () => pages,
    pageApi: () => {
      if (!server) throw new Error("not started");
      return server.app.pageApi;
    },
    phones: { file: "server/capacity/phones/child.ts", execArgv: ["--import", "tsx"] },
    plan: { first, largest, seconds: 20 },
  });
  server = await startServer({ engine: "sqlite", measure });
  const { [Symbol.asyncDispose]: stop, ...rest } = server;
  return {
    server,
    ...rest,
    beside: () => readdir(folder),
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
const draw = (below: number) => Math.floor(Math.random() * below);

const tablesOf = async ({ database }: TestServer) => ({
  sessions: await database.reader.session.count(),
  seats: await database.reader.participant.count(),
  accounts: await database.reader.instructor.count(),
});

test("[Q1] real phones join, vote and see the reveal on a server of their own, of which nothing is left", async () => {
  await using checked = await withPhones();
  const { server } = checked;
  const before = await tablesOf(server);
  await asks(server, "POST");
  await expect.poll(() => stateOf(server)).toMatchObject({ last: { outcome: "measured" } });
  expect(await stateOf(server)).toMatchObject({ found: { capacity: { played: 6 } } });
  expect(loaded.filter((url) => url.startsWith("/_next/"))).toEqual(Array(6).fill("/_next/static/large.js"));
  expect(await tablesOf(server)).toEqual(before);
  expect(await checked.beside()).toEqual([]);
  const metrics = await (await server.request("/metrics")).text();
  expect(metrics).toContain('resolved_connections{role="student"} 0');
  expect(metrics).not.toMatch(/resolved_(ballots|seats)_total\{/u);
});

test("[Q1] nothing is left of a check that is canceled while phones join", async () => {
  await using checked = await withPhones({ first: 3, largest: 5_000 });
  const { server } = checked;
  await asks(server, "POST");
  await expect.poll(async () => (await stateOf(server)).running?.phones).toBeGreaterThan(0);
  expect((await checked.beside()).length).toBe(1);
  await asks(server, "DELETE");
  expect(await stateOf(server)).toMatchObject({ running: null, last: { outcome: "canceled" } });
  expect(await checked.beside()).toEqual([]);
});

test("[Q1] the next start deletes what a crash left of a check, and nothing else", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-capacity-"));
  try {
    for (const name of ["resolved.db.capacity-a1B2c3", "other.db.capacity-a1B2c3", "capacity-plans"]) {
      await mkdir(path.join(folder, name));
      await writeFile(path.join(folder, name, "capacity.db"), "");
    }
    await removeLeftovers(path.join(folder, "resolved.db"));
    expect((await readdir(folder)).sort()).toEqual(["capacity-plans", "other.db.capacity-a1B2c3"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
