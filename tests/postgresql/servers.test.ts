import { readdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { CHOICES } from "#debate/rules/choices.ts";
import { isPassing, UnusableDatabase } from "#server/platform/storage-failures.ts";
import { openPostgresql } from "#server/store/postgresql/open-postgresql.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { newPostgresqlDatabase, query } from "#tests/support/databases.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import type { Seat } from "#tests/support/requests.ts";
import { runs } from "#tests/support/runs.ts";
import { startServer } from "#tests/support/server.ts";

const migrations = path.resolve("prisma/migrations/postgresql");
const options = { migrations, pool: 3, shared: true };
const SEATS = 24;

/** Ends the connections of that name to the database. */
const ends = (name: string) =>
  `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity WHERE application_name = '${name}' AND datname = current_database()`;

test("servers that start together on an empty database migrate it once", async () => {
  await using database = await newPostgresqlDatabase("nothing");
  const opened = await Promise.all(Array.from({ length: 4 }, () => openPostgresql(database.url, options)));
  const applied = await query(database.url, "SELECT migration_name FROM _prisma_migrations ORDER BY 1");
  const entries = await readdir(migrations, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(applied).toEqual(names.sort().map((name) => ({ migration_name: name })));
  await Promise.all(opened.map((each) => each.close()));
});

test("a database of a newer version is refused, in words", async () => {
  await using database = await newPostgresqlDatabase("nothing");
  await (await openPostgresql(database.url, options)).close();
  await query(database.url, "UPDATE _prisma_migrations SET migration_name = '9999_later'");
  await expect(openPostgresql(database.url, options)).rejects.toThrow(
    /newer version of Resolved.*9999_later/u,
  );
});

test("a second server is refused where the database is not shared, and let in when the first has ended", async () => {
  await using database = await newPostgresqlDatabase("nothing");
  const alone = { ...options, shared: false };
  const first = await openPostgresql(database.url, alone);
  const refusal = openPostgresql(database.url, alone);
  await expect(refusal).rejects.toThrow(UnusableDatabase);
  await expect(refusal).rejects.toThrow(
    /^Another Resolved server already uses the database 127\.0\.0\.1:\d+\/t/u,
  );
  await first.close();
  await (await openPostgresql(database.url, alone)).close();
});

test("[B2] a server that loses its lock to another one with its connection stores nothing until the other leaves", async () => {
  await using database = await newPostgresqlDatabase("nothing");
  const first = await openPostgresql(database.url, { ...options, shared: false });
  const told: boolean[] = [];
  first.watch((working) => told.push(working));
  const store = () => first.write((transaction) => transaction.$queryRaw`SELECT 1`);
  await store();

  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  const taken = other.query("SELECT pg_advisory_lock(728302)"); // which waits until the first has lost it
  await query(database.url, ends("resolved-sole"));
  await taken;
  const reason = /^Another Resolved server already uses the database/u;
  await expect.poll(() => store().catch(({ message }) => message)).toMatch(reason);
  await expect(store()).rejects.toSatisfy(isPassing);
  await expect(first.ping()).rejects.toThrow();
  await other.end();
  await expect
    .poll(
      () =>
        first.ping().then(
          () => true,
          () => false,
        ),
      { timeout: 4_000 },
    )
    .toBe(true);
  await store();
  expect(told).toEqual([false, true]);
  await first.close();
});

/** Takes the newest migration back, so that the next start has something to do. */
const withoutTheNewest = async (url: string) => {
  await query(url, 'DROP TABLE "pair_request"');
  await query(url, "DELETE FROM _prisma_migrations WHERE migration_name = '0026_pair_requests'");
};

test("[T3] a server that loses its connection in a migration stores nothing of it, says so, and the next start finishes it", async () => {
  await using database = await newPostgresqlDatabase("tables");
  await withoutTheNewest(database.url);
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  await other.query('BEGIN; LOCK TABLE "participant"');
  const refusal = openPostgresql(database.url, options).then(
    () => "it was opened",
    ({ message }: Error) => message,
  );
  const ended = () => query(database.url, `${ends("resolved-migrating")} AND wait_event_type = 'Lock'`);
  await expect.poll(ended).toEqual([expect.objectContaining({ ended: true })]);
  expect(await refusal).toMatch(/the migration "0026_pair_requests" failed and was undone/u);
  await other.end();
  await (await openPostgresql(database.url, options)).close();
});

test("[T3] a database whose migration an earlier version left half done is refused", async () => {
  await using database = await newPostgresqlDatabase("tables");
  await withoutTheNewest(database.url);
  const began = `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '0026_pair_requests')`;
  await query(database.url, began);
  await expect(openPostgresql(database.url, options)).rejects.toThrow(
    /interrupted in the migration "0026_pair_requests"\. Restore your newest backup/u,
  );
});

test("a server that hangs in a migration keeps others waiting for a minute, and their error says so", async () => {
  await using database = await newPostgresqlDatabase("nothing");
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  await other.query("SELECT pg_advisory_lock(728301)");
  await expect(openPostgresql(`${database.url}?lock_timeout=200`, options)).rejects.toThrow(
    /^Another server has been preparing the database/u,
  );
  await other.end();
});

test("[T7] a database that accepts no writes is refused", async () => {
  await using database = await newPostgresqlDatabase("tables");
  const { pathname } = new URL(database.url);
  await query(database.url, `ALTER DATABASE ${pathname.slice(1)} SET default_transaction_read_only = on`);
  await expect(openPostgresql(database.url, options)).rejects.toThrow(/^PostgreSQL accepts no writes/u);
});

test("the error for an unreachable server names it without its password", async () => {
  const refusal = openPostgresql("postgresql://resolved:hunter2@127.0.0.1:1/resolved", options);
  await expect(refusal).rejects.toThrow(/^The database 127\.0\.0\.1:1\/resolved cannot be used: /u);
  await expect(refusal).rejects.not.toThrow(/hunter2/u);
});

/** A client of a seat on any of the servers. */
async function enter(url: string, code: string, { ticket, participantId }: Seat): Promise<Client> {
  return connectClient(url, { auth: { code, ticket }, participantId });
}

test("[B1][B2] however ballots on two servers race with a move on one of them, exactly those acknowledged are stored", async () => {
  await using server = await startServer({ shared: true });
  await using other = await server.another();
  const host = await server.connect("host");
  const { code } = server.session;
  const students = await Promise.all(
    Array.from({ length: SEATS }, async (_, index) =>
      enter(index % 2 ? other.url : server.url, code, await server.join()),
    ),
  );
  const codes = new Set<string>();
  // The move may come before the first ballot of some on the other server.
  const voters = new Set<string>();
  let seq = 0;
  for (let round = 0; round < runs(6); round += 1) {
    await moveTo(host, "before");
    const { version } = (await host.sync()).session;
    let answered = 0;
    let move: Promise<unknown> | undefined;
    const standing = new Map<string, number>();
    await Promise.all(
      students.map(async (student) => {
        for (let tap = 0; tap < 4; tap += 1) {
          seq += 1;
          const sent = ballot(CHOICES[seq % 3] ?? "for", "before", seq);
          const answer = await student.send("ballot:cast", sent);
          codes.add(answer.ok ? "stored" : answer.code);
          if (answer.ok) standing.set(student.participantId, sent.seq);
          if (answer.ok) voters.add(student.participantId);
          answered += 1;
          if (answered === 10 + ((round * 10) % 60))
            move = host.send("host:phase", { to: "reading", version });
        }
      }),
    );
    expect(await move).toMatchObject(OK);
    const rows = await server.database.reader.ballot.findMany({ where: { round: "before" } });
    const stored = new Map(rows.map(({ participantId, seq: counter }) => [participantId, Number(counter)]));
    for (const [participantId, counter] of standing) expect(stored.get(participantId)).toBe(counter);
    expect(new Set(stored.keys())).toEqual(voters);
  }
  expect(codes).toEqual(new Set(["stored", "wrong-phase"]));
  for (const student of students) student.close();
});

test("[B3] 600 ballots of one seat at once through two servers leave one row: the one with the highest counter", async () => {
  await using server = await startServer({ shared: true, messagesPerSecond: 1_000 });
  await using other = await server.another();
  await moveTo(await server.connect("host"), "before");
  const seat = await server.join();
  const devices = await Promise.all(
    [server.url, other.url].map((url) => enter(url, server.session.code, seat)),
  );
  const answers = Array.from({ length: 600 }, (_, index) => {
    const seq = (index * 241) % 600; // every counter once, in no order
    return devices[index % 2]?.send("ballot:cast", ballot(CHOICES[seq % 3] ?? "for", "before", seq));
  });
  for (const answer of await Promise.all(answers)) expect(answer).toMatchObject(OK);
  const rows = await server.database.reader.ballot.findMany();
  expect(rows.map(({ seq, choice }) => [Number(seq), choice])).toEqual([[599, CHOICES[599 % 3]]]);
  for (const device of devices) device.close();
});

test("[R4][R5] the same rebuttal and endorsements through two servers at once are stored once each", async () => {
  await using server = await startServer({ shared: true });
  await using other = await server.another();
  await moveTo(await server.connect("host"), "rebuttal");
  const { code } = server.session;
  const [ada, grace] = [await server.join(), await server.join()];
  const urls = [server.url, other.url];
  const [adas, graces] = await Promise.all(
    [ada, grace].map((seat) => Promise.all(urls.map((url) => enter(url, code, seat)))),
  );
  const posted = rebuttal();
  const posts = adas?.flatMap((device) => [1, 2, 3].map(() => device.send("rebuttal:post", posted))) ?? [];
  for (const answer of await Promise.all(posts)) expect(answer).toMatchObject({ ...OK, id: posted.id });
  const endorsing = { rebuttalId: posted.id, on: true };
  const endorsements =
    graces?.flatMap((device) => [1, 2, 3].map(() => device.send("rebuttal:endorse", endorsing))) ?? [];
  for (const answer of await Promise.all(endorsements)) expect(answer).toMatchObject(OK);
  expect(await server.database.reader.rebuttal.count()).toBe(1);
  expect(await server.database.reader.endorsement.count()).toBe(1);
  for (const device of [...(adas ?? []), ...(graces ?? [])]) device.close();
});
