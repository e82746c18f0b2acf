import { copyFile, readFile } from "node:fs/promises";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { openDatabase } from "#server/store/open-database.ts";
import { playLesson, reviewed } from "#tests/support/backups.ts";
import { newPostgresqlDatabase, query } from "#tests/support/databases.ts";
import { temporaryFolder } from "#tests/support/files.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { outputOf } from "#tests/support/output.ts";
import { startServer } from "#tests/support/server.ts";
import type { dump } from "#tests/support/tables.ts";

const MIGRATIONS = path.resolve("prisma/migrations");
/** Every activity's tables have rows in it. */
const OLD = path.resolve("tests/fixtures/databases/baseline/resolved.db");

const move = (file: string, to?: string, variables: Record<string, string> = {}) =>
  outputOf("node", ["server/launch/move.mjs", ...(to === undefined ? [] : ["--to", to])], {
    DATABASE_URL: `file:${file}`,
    ...variables,
  });
async function refusalOf(...asked: Parameters<typeof move>): Promise<string> {
  const { code, stdout, stderr } = await move(...asked);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).not.toContain("hunter2");
  return stderr;
}
async function empty() {
  const database = await newPostgresqlDatabase("nothing");
  return { ...database, url: database.url.replace("resolved@", "resolved:hunter2@") };
}
const tablesIn = (url: string) =>
  query<{ name: string }>(url, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
/** A database of this version with rows in every kind of column. */
async function filled(file: string): Promise<void> {
  await copyFile(OLD, file);
  await (await openDatabase(`file:${file}`, { migrations: MIGRATIONS, pool: 2, shared: false })).close();
}

describe("[O50] a SQLite database moved to PostgreSQL", () => {
  test("has the lesson's results, lets a seat vote, and an instructor sign in", async () => {
    await using folder = await temporaryFolder();
    await using database = await empty();
    const file = folder.in("resolved.db");
    await filled(file);
    const before = await (async () => {
      await using server = await startServer({ database: `file:${file}`, hasher: "real" });
      await playLesson(server);
      const other = await server.open();
      const seat = await server.join(undefined, other.code);
      const lesson = await reviewed(server, server.session.code);
      return { cookie: server.cookie, code: server.session.code, other, seat, lesson };
    })();
    const contents = await readFile(file);
    const moved = await move(file, database.url);
    expect(moved).toMatchObject({ code: 0, stderr: "" });
    const { host, pathname } = new URL(database.url);
    expect(moved.stdout).toMatch(
      new RegExp(
        `^Moved ${file} to ${host}${pathname}: \\d+ sessions, .* ballots\\. All \\d+ tables have the same \\d+ rows in both\\.\n`,
        "u",
      ),
    );
    expect(moved.stdout).not.toContain("hunter2");
    expect((await readFile(file)).equals(contents)).toBe(true);

    await using server = await startServer({ database: database.url, hasher: "real" });
    const headers = { cookie: before.cookie };
    const answer = await server.request(`/api/sessions/${before.code}/note`, { headers });
    expect(answer.status).toBe(200);
    const { code, ticket } = { code: before.other.code, ticket: before.seat.ticket };
    const student = await server.connect("student", { code, ticket });
    await moveTo(await server.connect("host", { code }), "before");
    expect(await student.send("ballot:cast", ballot("for"))).toMatchObject(OK);
    expect(await reviewed(server, before.code)).toEqual(before.lesson);
    expect(await server.signIn()).toMatch(/session_token/u);
  });

  test("has every value of every table, and numbers go on after the last", async () => {
    await using folder = await temporaryFolder();
    await using database = await empty();
    const file = folder.in("resolved.db");
    await filled(file);
    const sqlite = new BetterSqlite3(file);
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, n) => n));
    sqlite.exec("INSERT INTO audit_entry (at, kind, what) VALUES (1, 'link', 'made'), (2, 'link', 'made')");
    sqlite.exec("DELETE FROM audit_entry WHERE at = 2");
    sqlite.exec("UPDATE instructor SET helperId = id");
    const debate = sqlite.prepare("SELECT id FROM debate").pluck().get();
    sqlite
      .prepare("INSERT OR REPLACE INTO debate_source VALUES (?, ?, ?, ?)")
      .run(debate, "日本.pdf", "a/b", bytes);
    sqlite.close();
    expect((await move(file, database.url)).stderr).toBe("");
    const open = (url: string) => openDatabase(url, { migrations: MIGRATIONS, pool: 2, shared: false });
    const [here, there] = [await open(`file:${file}`), await open(database.url)];
    try {
      const [old, now] = [await sorted(here), await sorted(there)];
      expect(Object.keys(now).sort()).toEqual(Object.keys(old).sort());
      expect(now).toEqual(old);
      const entry = { at: 3n, kind: "link", what: "made" };
      expect((await there.write(({ auditEntry }) => auditEntry.create({ data: entry }))).id).toBe(3);
    } finally {
      await Promise.all([here.close(), there.close()]);
    }
  });
});

/** The rows of each table in an order of their own, as Prisma reads them from either database. */
async function sorted(database: Parameters<typeof dump>[0]): Promise<Record<string, unknown>> {
  const models = database.reader as unknown as Record<string, { findMany?: () => Promise<object[]> }>;
  const names = Object.keys(database.reader).filter((name) => /^[a-z]/u.test(name));
  const found: Record<string, unknown> = {};
  for (const name of names) {
    const rows = (await models[name]?.findMany?.()) ?? [];
    found[name] = rows
      .map((row) => JSON.stringify(row, (_, value) => (typeof value === "bigint" ? `${value}n` : value)))
      .sort();
  }
  return found;
}

describe("[O51] a move is refused, and neither database changes,", () => {
  test("while a server uses one of the two", async () => {
    await using database = await empty();
    await using server = await startServer({ fresh: true });
    const file = path.join(server.folder, "resolved.db");
    expect(await refusalOf(file, database.url)).toMatch(
      /^A Resolved server uses \S+resolved\.db\. Stop it first/u,
    );
    await using folder = await temporaryFolder();
    await filled(folder.in("resolved.db"));
    await using other = await startServer({ engine: "postgresql", fresh: true });
    expect(await refusalOf(folder.in("resolved.db"), other.databaseUrl)).toMatch(
      /^A Resolved server uses the database/u,
    );
    expect(await tablesIn(database.url)).toEqual([]);
  });

  test("into a database that is not empty, and from one of another version", async () => {
    await using folder = await temporaryFolder();
    await using database = await empty();
    const file = folder.in("resolved.db");
    await copyFile(OLD, file);
    expect(await refusalOf(file, database.url)).toMatch(
      /older version of Resolved\. Start and stop this version/u,
    );
    await filled(file);
    await query(database.url, "CREATE TABLE pay (sum integer)");
    expect(await refusalOf(file, database.url)).toMatch(/is not empty: it has the table pay/u);
    await query(database.url, "DROP TABLE pay");
    const sqlite = new BetterSqlite3(file);
    sqlite.exec(
      "UPDATE _prisma_migrations SET migration_name = '9999_later' WHERE migration_name LIKE '0034%'",
    );
    expect(await refusalOf(file, database.url)).toMatch(/newer version of Resolved/u);
    sqlite.exec("UPDATE _prisma_migrations SET migration_name = 'x' WHERE migration_name = '9999_later'");
    sqlite.close();
    expect(await tablesIn(database.url)).toEqual([]);
  });

  test("with an address that names no PostgreSQL database, or none that answers", async () => {
    await using folder = await temporaryFolder();
    const file = folder.in("resolved.db");
    expect(await refusalOf(file)).toMatch(/^Name the PostgreSQL database after --to, such as/u);
    for (const to of ["file:./x.db", "postgresql://u:hunter2@db", "postgresql://u:hunter2/x@db/y"])
      expect(await refusalOf(file, to)).toMatch(/^--to must be postgresql:/u);
    const closed = "postgresql://resolved:hunter2@127.0.0.1:1/resolved";
    expect(await refusalOf(file, closed)).toMatch(/^There is no database \S+, so there is nothing to move/u);
    await filled(file);
    expect(await refusalOf(file, closed)).toMatch(
      /^The database 127\.0\.0\.1:1\/resolved cannot be reached/u,
    );
    expect(await refusalOf(file, closed, { DATABASE_URL: closed })).toMatch(
      /^DATABASE_URL names a PostgreSQL/u,
    );
  });

  test("where a row can't be stored there: the new database stays empty", async () => {
    await using folder = await temporaryFolder();
    await using database = await empty();
    const file = folder.in("resolved.db");
    await filled(file);
    const sqlite = new BetterSqlite3(file);
    sqlite.prepare("UPDATE rebuttal SET body = ?").run("a\u0000b");
    expect(await refusalOf(file, database.url)).toMatch(
      /^The table rebuttal can't be copied: .*The new database stays empty/u,
    );
    sqlite.prepare("UPDATE rebuttal SET body = 'ab'").run();
    sqlite.pragma("foreign_keys = OFF");
    sqlite.exec("INSERT OR IGNORE INTO note (sessionId, text) VALUES ('nowhere', 'x')");
    sqlite.close();
    expect(await refusalOf(file, database.url)).toMatch(
      /could not be filled, and stays empty: .*note_sessionId_fkey/u,
    );
    expect(await tablesIn(database.url)).toEqual([]);
  });
});
