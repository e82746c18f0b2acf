import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readdir, stat, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { expectWhole, MIGRATIONS, makeOld, migrationsOf, open, SEATS } from "#tests/faults/old-database.ts";
import { query } from "#tests/support/databases.ts";
import { mountDisk } from "#tests/support/disk.ts";
import { startPostgresql } from "#tests/support/engines.ts";
import { temporaryFolder } from "#tests/support/files.ts";
import { bundle } from "#tests/support/program.ts";

const FINISHED = "SELECT COUNT(*) AS count FROM _prisma_migrations WHERE finished_at IS NOT NULL";

describe("[T3] [D40] a server that is killed at one statement after the other as it takes over a database from before 1.0.0 and updates it finishes at the next start", () => {
  let program: string;
  beforeAll(async () => {
    program = await bundle("tests/faults/migrating.ts");
  });

  async function startIn(url: string, stopAt: number) {
    const child = spawn(process.execPath, ["--liftoff-only", program], {
      env: { ...process.env, DATABASE_URL: url, STOP_AT: String(stopAt) },
      stdio: ["ignore", "ignore", "inherit"],
    });
    await once(child, "exit");
    return child.signalCode ?? child.exitCode;
  }

  /** `every`: at how many of the statements. */
  async function killEverywhere(url: string, finished: () => Promise<number>, every = 1): Promise<void> {
    let before = await finished();
    let kills = 0;
    for (let stopAt = 1; ; stopAt += every) {
      const ended = await startIn(url, stopAt);
      if (ended === 0) break;
      expect(ended).toBe("SIGKILL");
      kills += 1;
      const now = await finished();
      if (now !== before) stopAt = 1 - every; // of the next migration
      before = now;
    }
    // The old records, and three migrations: each begins, writes its record and ends.
    expect(kills).toBeGreaterThan((4 * 4) / every);
    await expectWhole(url);
  }

  test("SQLite", async () => {
    await using folder = await temporaryFolder();
    const file = folder.in("old.db");
    await makeOld(`file:${file}`, folder.in("migrations"));
    await killEverywhere(`file:${file}`, async () => {
      const database = new BetterSqlite3(file);
      const count = database.prepare<[], number>(FINISHED).pluck().get();
      database.close();
      return Number(count);
    });
  });

  test("PostgreSQL", async () => {
    await using folder = await temporaryFolder();
    await using engine = await startPostgresql();
    const url = engine.url("postgres");
    await makeOld(url, folder.in("migrations"));
    // Each migration is one transaction.
    const finished = async () => Number((await query<{ count: string }>(url, FINISHED))[0]?.count);
    await killEverywhere(url, finished, 3);
  });
});

describe("[T4] a server that is asked to stop in a migration ends it first", () => {
  async function startServerOn(url: string) {
    const program = await bundle("tests/support/server-only.ts");
    const child = spawn(process.execPath, ["--liftoff-only", program], {
      env: { ...process.env, DATABASE_URL: url, PORT: "0", HOST: "127.0.0.1", NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "inherit"],
    });
    return { stop: () => child.kill("SIGTERM"), ended: once(child, "exit") };
  }

  test("SQLite", async () => {
    await using folder = await temporaryFolder();
    const file = folder.in("old.db");
    await makeOld(`file:${file}`, folder.in("migrations"));
    const other = new BetterSqlite3(file);
    other.exec("BEGIN IMMEDIATE");
    const server = await startServerOn(`file:${file}`);
    await expect.poll(async () => (await readdir(folder.in())).join()).toContain("old.db.before-");
    server.stop();
    other.exec("COMMIT");
    expect(await server.ended).toEqual([0, null]);
    expect(other.prepare(FINISHED).pluck().get()).toBe(migrationsOf("sqlite").length);
    other.close();
  });

  test("PostgreSQL", async () => {
    await using folder = await temporaryFolder();
    await using engine = await startPostgresql();
    const url = engine.url("postgres");
    await makeOld(url, folder.in("migrations"));
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query('BEGIN; LOCK TABLE "participant"');
    const server = await startServerOn(url);
    const waiting =
      "SELECT 1 FROM pg_stat_activity WHERE application_name = 'resolved-migrating' AND wait_event_type = 'Lock'";
    await expect.poll(() => query(url, waiting)).toHaveLength(1);
    server.stop();
    await other.query("COMMIT");
    expect(await server.ended).toEqual([0, null]);
    expect((await other.query(FINISHED)).rows).toEqual([
      { count: String(migrationsOf("postgresql").length) },
    ]);
    await other.end();
  });
});

test("[T5] a start without the space for an update changes nothing and says so; one whose disk fills up undoes it", async (context) => {
  using disk = mountDisk(24);
  if (!disk.isMounted) return context.skip("this user may not mount a disk");
  await using folder = await temporaryFolder();
  const file = path.join(disk.folder, "old.db");
  await makeOld(`file:${file}`, folder.in("migrations"));
  const padding = new BetterSqlite3(file);
  padding.exec(`UPDATE "ballot" SET "reason" = "reason" || hex(zeroblob(${Math.ceil(100_000 / SEATS)}))`);
  padding.close();
  const migrations = folder.in("with-a-large-one");
  await cp(MIGRATIONS, migrations, { recursive: true });
  await mkdir(path.join(migrations, "sqlite/9999_large"));
  const large = path.join(migrations, "sqlite/9999_large/migration.sql");
  await writeFile(large, 'CREATE TABLE "large" AS SELECT * FROM "ballot";');
  const { size } = await stat(file);
  const leaves = async (free: number) => {
    const { bavail, bsize } = await statfs(disk.folder);
    await writeFile(path.join(disk.folder, "filler"), Buffer.alloc(bavail * bsize - free));
  };
  const refusal = () =>
    open(`file:${file}`, migrations).then(
      () => "it was opened",
      ({ message }: Error) => message,
    );

  await leaves(size * 1.1);
  expect(await refusal()).toMatch(
    /needs \d+ MB of free disk space, and there are \d+ MB\..*nothing was changed/u,
  );
  expect((await readdir(disk.folder)).filter((name) => name.includes(".before-"))).toEqual([]);
  await disk.empty();
  await leaves(size * 1.4);
  expect(await refusal()).toMatch(/failed and was undone \(database or disk is full\)/u);
  await disk.empty();
  await expectWhole(`file:${file}`);
});
