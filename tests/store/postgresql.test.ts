import { readdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { isPassing, UnusableDatabase } from "#server/platform/storage-failures.ts";
import { openPostgresql } from "#server/store/postgresql/open-postgresql.ts";
import { newPostgresqlDatabase, query } from "#tests/support/databases.ts";
import { startServer } from "#tests/support/server.ts";

const migrations = path.resolve("prisma/migrations/postgresql");
const options = { migrations, pool: 3, shared: true };

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
  await expect(refusal).rejects.toThrow(
    /^The database 127\.0\.0\.1:1\/resolved cannot be used: .* Check that PostgreSQL runs, and DATABASE_URL\.$/u,
  );
  await expect(refusal).rejects.not.toThrow(/hunter2/u);
});

test("[O19] another program holds a row: the write that needs it fails, and its neighbor is stored", async () => {
  await using server = await startServer({ engine: "postgresql" });
  const { reader, write } = server.database;
  const { id } = await reader.instructor.findFirstOrThrow();
  const other = new pg.Client({ connectionString: server.databaseUrl });
  await other.connect();
  await other.query("BEGIN");
  await other.query("SELECT 1 FROM instructor FOR UPDATE");
  const [renamed, neighbor] = await Promise.allSettled([
    write(async (transaction) => {
      await transaction.$executeRaw`SET LOCAL lock_timeout = 100`;
      await transaction.instructor.update({ where: { id }, data: { name: "Renamed" } });
    }),
    write((transaction) => transaction.session.updateMany({ data: { locked: true } })),
  ]);
  await other.end();
  expect(renamed).toEqual({ status: "rejected", reason: expect.toSatisfy(isPassing) });
  expect(neighbor).toEqual({ status: "fulfilled", value: { count: 1 } });
  expect((await reader.instructor.findFirstOrThrow()).name).not.toBe("Renamed");
  expect((await reader.session.findFirstOrThrow()).locked).toBe(true);
});
