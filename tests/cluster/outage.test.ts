import { beforeAll, expect, test } from "vitest";
import { query } from "#tests/support/databases.ts";
import { type Postgresql, startPostgresql } from "#tests/support/engines.ts";
import { ballot, moveTo, OK, refused } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

/** One for all tests, each with a database of its own. */
let engine: Postgresql;
let databases = 0;
beforeAll(async () => {
  engine = await startPostgresql();
  return () => engine[Symbol.asyncDispose]();
});

async function newDatabase(): Promise<string> {
  databases += 1;
  const name = `resolved${databases}`;
  await query(engine.url("postgres"), `CREATE DATABASE ${name}`);
  return engine.url(name);
}

test("[B2][W4] PostgreSQL is stopped and started: nothing is confirmed meanwhile, everyone is notified, and it continues automatically", async () => {
  const database = await newDatabase();
  await using server = await startServer({ database });
  const [host, ada, grace] = await server.seats("host", "student", "student");
  await moveTo(host, "before");
  expect(await ada.send("ballot:cast", ballot("for", "before", 1))).toMatchObject(OK);

  await engine.stop();
  expect(await ada.send("ballot:cast", ballot("against", "before", 2))).toEqual(refused("busy"));
  expect(await host.send("host:lock", { locked: true })).toEqual(refused("busy"));
  const everybody = [host, ada, grace];
  await Promise.all(everybody.map((client) => client.hearsStorage(false)));
  expect((await server.request("/readyz")).status).toBe(503);
  expect((await server.request("/healthz")).status).toBe(200);

  await engine.start();
  await Promise.all(everybody.map((client) => client.hearsStorage(true)));
  expect((await server.request("/readyz")).status).toBe(200);
  const { session } = await host.sync();
  expect([session.phase, session.locked, session.turnout.voted]).toEqual(["before", false, 1]);
  expect(await ada.send("ballot:cast", ballot("against", "before", 2))).toMatchObject(OK);
  expect(await grace.send("ballot:cast", ballot("for", "before", 1))).toMatchObject(OK);
  const rows = await server.database.reader.ballot.findMany();
  expect(rows.map(({ choice, seq }) => `${choice} ${seq}`).sort()).toEqual(["against 2", "for 1"]);
});

test("[B2][W4][O46] PostgreSQL hangs with its connections open: no one waits forever, everyone is notified, and a vote sent again is stored once", async () => {
  const database = await newDatabase();
  await using server = await startServer({ database });
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "before");
  expect(await ada.send("ballot:cast", ballot("for", "before", 1))).toMatchObject(OK);

  engine.freeze();
  try {
    const frozen = performance.now();
    await Promise.all([host, ada].map((client) => client.hearsStorage(false)));
    expect(performance.now() - frozen).toBeLessThan(4_000);
    expect((await server.request("/readyz")).status).toBe(503);
    const asked = performance.now();
    expect(await (await server.request("/metrics")).text()).toMatch(/^resolved_storage_working 0$/mu);
    expect(performance.now() - asked).toBeLessThan(2_000);
    const sent = [
      ada.send("ballot:cast", ballot("against", "before", 2)),
      host.send("host:lock", { locked: true }),
      host.send("sync", {}),
      ada.send("ballot:cast", ballot("against", "before", 3)),
    ];
    for (const answer of await Promise.all(sent)) expect(answer).toEqual(refused("busy"));
  } finally {
    engine.thaw();
  }
  await Promise.all([host, ada].map((client) => client.hearsStorage(true)));
  expect((await server.request("/readyz")).status).toBe(200);
  expect(await host.send("host:lock", { locked: true })).toMatchObject(OK);
  expect(await ada.send("ballot:cast", ballot("against", "before", 3))).toMatchObject(OK);
  const rows = await server.database.reader.ballot.findMany();
  expect(rows.map(({ choice, seq }) => `${choice} ${seq}`)).toEqual(["against 3"]);
  await host.sees(({ locked, turnout }) => locked && turnout.voted === 1);
}, 60_000);

test("[P8] a timer that is due while PostgreSQL is away ends its phase when it is back, without other servers", async () => {
  const database = await newDatabase();
  await using server = await startServer({ database });
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "before");
  expect(await host.send("host:timer", { seconds: 1, closes: true })).toMatchObject(OK);
  const { phaseEndsAt = 0 } = await host.sees(({ phaseEndsAt }) => phaseEndsAt !== undefined);
  await engine.stop();
  await expect.poll(() => Date.now(), { timeout: 3_000 }).toBeGreaterThan(phaseEndsAt + 100);
  expect(await ada.send("ballot:cast", ballot("for"))).toEqual(refused("busy"));
  await engine.start();
  const back = performance.now();
  await Promise.all([host, ada].map((client) => client.sees(({ phase }) => phase === "reading")));
  expect(performance.now() - back).toBeLessThan(4_000);
});
