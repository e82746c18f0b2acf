import { mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import BetterSqlite3 from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { schemaEngine } from "#prisma/engine.ts";
import { UnusableDatabase } from "#server/platform/storage-failures.ts";
import type { Database } from "#server/store/database.ts";
import { deleteCopies } from "#server/store/sqlite/migrate-sqlite.ts";
import { openSqlite } from "#server/store/sqlite/open-sqlite.ts";
import { makeReadOnly } from "#tests/support/disk.ts";
import { temporaryFolder } from "#tests/support/files.ts";

const MIGRATIONS = path.resolve("prisma/migrations/sqlite");
const NEWEST = "0026_pair_requests";
const open = (file: string) => openSqlite(`file:${file}`, MIGRATIONS);

async function refusalOf(file: string): Promise<string> {
  const error = await open(file).then(
    () => new Error("it was opened"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UnusableDatabase);
  const { message } = error as UnusableDatabase;
  expect(message).not.toContain("\n");
  return message;
}

const pragma = async (client: Database["reader"], name: string): Promise<unknown> =>
  Object.values((await client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {})[0];

describe("a database file", () => {
  test("[T2] is readable only by the server's user, like its folders and journal, whatever the umask", async () => {
    await using folder = await temporaryFolder();
    const file = folder.in("a", "b", "resolved.db");
    const database = await open(file);
    await database.write((transaction) =>
      transaction.instructor.create({ data: { id: "i", name: "Grace", email: "grace@example.org" } }),
    );
    const mode = async (name: string) => ((await stat(name)).mode & 0o777).toString(8);
    for (const made of [folder.in("a"), folder.in("a", "b")])
      expect([made, await mode(made)]).toEqual([made, "700"]);
    for (const made of [file, `${file}-wal`, `${file}-shm`, `${file}.lock`])
      expect([made, await mode(made)]).toEqual([made, "600"]);
    await database.close();
  });

  test("[B2] is written through to the disk before anything is confirmed: WAL with synchronous FULL", async () => {
    await using folder = await temporaryFolder();
    const database = await open(folder.in("resolved.db"));
    expect(await pragma(database.queued, "journal_mode")).toBe("wal");
    expect(Number(await pragma(database.queued, "synchronous"))).toBe(2);
    expect(Number(await pragma(database.queued, "foreign_keys"))).toBe(1);
    expect(Number(await pragma(database.reader, "query_only"))).toBe(1);
    await expect(database.reader.instructor.deleteMany()).rejects.toThrow(/readonly/u);
    await database.close();
  });
});

/** A file in which the newest migration has not run. */
async function withoutTheNewest(file: string): Promise<BetterSqlite3.Database> {
  await (await open(file)).close();
  const database = new BetterSqlite3(file);
  database.exec(
    `DROP TABLE "pair_request"; DELETE FROM _prisma_migrations WHERE migration_name = '${NEWEST}'`,
  );
  return database;
}

const BEGAN = `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '${NEWEST}')`;

describe("migrations", () => {
  test("[T3] Prisma's own engine finds every migration recorded as its own, with nothing left to do", async () => {
    await using folder = await temporaryFolder();
    const file = folder.in("resolved.db");
    await (await open(file)).close();
    const engine = await schemaEngine(new PrismaBetterSqlite3({ url: `file:${file}` }));
    const names = (await readdir(MIGRATIONS)).filter((name) => !name.endsWith(".toml")).sort();
    const migrationDirectories = await Promise.all(
      names.map(async (name) => {
        const value = await readFile(path.join(MIGRATIONS, name, "migration.sql"), "utf8");
        const content = { tag: "ok" as const, value };
        return { path: name, migrationFile: { path: "migration.sql", content } };
      }),
    );
    const migrationsList = {
      baseDir: MIGRATIONS,
      lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"' },
      shadowDbInitScript: "",
      migrationDirectories,
    };
    const filters = { externalTables: [], externalEnums: [] };
    expect(
      await engine.diagnoseMigrationHistory({ migrationsList, filters, optInToShadowDatabase: false }),
    ).toMatchObject({ editedMigrationNames: [], failedMigrationNames: [], history: null });
    expect(await engine.applyMigrations({ migrationsList, filters })).toEqual({ appliedMigrationNames: [] });
    engine.free();
  });

  test("[T5] an update keeps a private copy of the file as it was, and a later start deletes that", async () => {
    await using folder = await temporaryFolder();
    const file = folder.in("resolved.db");
    (await withoutTheNewest(file)).close();
    const started = Date.now();
    const copies = async () => (await readdir(folder.in())).filter((name) => name.includes("before"));
    await (await open(file)).close();
    expect(await copies()).toEqual([`resolved.db.before-${NEWEST}`]);
    const copy = folder.in(`resolved.db.before-${NEWEST}`);
    expect(((await stat(copy)).mode & 0o777).toString(8)).toBe("600");
    const content = new BetterSqlite3(copy, { readonly: true });
    const tables = content.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
    content.close();
    expect(tables).toContain("pair_seat");
    expect(tables).not.toContain("pair_request");
    await deleteCopies(file, started - 1_000);
    expect(await copies()).toHaveLength(1);
    await deleteCopies(file, Date.now() + 1_000);
    expect(await copies()).toEqual([]);
    await (await open(file)).close();
    expect(await copies()).toEqual([]);
  });

  test("[T3] one that an earlier version left half done is refused, and the file stays unchanged", async () => {
    await using folder = await temporaryFolder();
    const file = folder.in("resolved.db");
    const old = await withoutTheNewest(file);
    old.exec(BEGAN);
    for (let time = 0; time < 2; time += 1)
      expect(await refusalOf(file)).toMatch(
        /interrupted in the migration "0026_pair_requests"\. Restore your newest backup/u,
      );
    expect(old.prepare("SELECT rolled_back_at FROM _prisma_migrations WHERE id = 'x'").pluck().get()).toBe(
      null,
    );
    old.close();
  });
});

describe("an unusable database is refused in one line that says what to do", () => {
  // Tests may run as root, for whom no permission is refused, so these cases fail for any user.
  test("a folder that cannot be made", async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.in("a-file"), "");
    const message = await refusalOf(folder.in("a-file", "below", "resolved.db"));
    expect(message).toContain(folder.in("a-file", "below"));
    expect(message).toContain("set DATA_DIR");
  });

  test("a file that is not a database, and stays unchanged", async () => {
    await using folder = await temporaryFolder();
    const file = folder.in("essay.docx");
    const essay = "Geography does not bargain. ".repeat(400);
    await writeFile(file, essay);
    expect(await refusalOf(file)).toMatch(
      /essay\.docx cannot be used as a database: .*not a database\. Restore a backup, or set DATA_DIR/u,
    );
    expect(await readFile(file, "utf8")).toBe(essay);
  });

  test("a database of a newer version, and it stays unchanged", async () => {
    await using folder = await temporaryFolder();
    const file = folder.in("resolved.db");
    const database = await open(file);
    await database.queued.$executeRawUnsafe(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, started_at, applied_steps_count)
       VALUES ('x', 'x', '9999_of_the_future', 0, 0, 1)`,
    );
    await database.close();
    for (let time = 0; time < 2; time += 1)
      expect(await refusalOf(file)).toMatch(
        /newer version of Resolved .*9999_of_the_future.*Start that version/u,
      );
  });

  test("a database of another program, and it stays unchanged", async () => {
    await using folder = await temporaryFolder();
    const file = folder.in("library.db");
    new BetterSqlite3(file).exec("CREATE TABLE books (title TEXT)").close();
    const before = await readFile(file);
    expect(await refusalOf(file)).toMatch(/something other than Resolved \(the table "books"\)/u);
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  test("[T6] a link to a file that another server uses; a link to no file makes the file, with its lock beside it", async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.in("data"));
    await symlink("data/resolved.db", folder.in("link.db"));
    const first = await open(folder.in("link.db"));
    expect((await readdir(folder.in())).sort()).toEqual(["data", "link.db"]);
    expect(await readdir(folder.in("data"))).toContain("resolved.db.lock");
    for (const name of [folder.in("data", "resolved.db"), folder.in("link.db")])
      expect(await refusalOf(name)).toMatch(/Another Resolved server already uses .*data\/resolved\.db\./u);
    await first.close();
    await (await open(folder.in("link.db"))).close();
  });

  test("[T7] a file that can only be read", async (context) => {
    await using folder = await temporaryFolder();
    const file = folder.in("resolved.db");
    await (await open(file)).close();
    using readOnly = makeReadOnly(file);
    if (!readOnly) return context.skip("this user may not make a file read-only");
    expect(await refusalOf(file)).toMatch(
      /resolved\.db cannot be written to \(attempt to write a readonly database\)\. Check its permissions/u,
    );
  });
});
