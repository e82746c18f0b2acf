// `resolved restore FOLDER`: restores a backup into the database of DATABASE_URL, completely or not at all.

import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import BetterSqlite3 from "better-sqlite3";
import { z } from "zod";
import { misfit } from "../../prisma/baseline.mjs";
import {
  ABOUT,
  checksum,
  connect,
  contentsOf,
  DUMPS,
  inWords,
  Refused,
  reason,
  run,
  runProgram,
} from "./backups.mjs";
import { asTyped, ROOT } from "./program.mjs";
import { clear, giveTo, layReady, place, readyOf, secretFor } from "./restored-files.mjs";

const ENGINES = { sqlite: "a SQLite file", postgresql: "a PostgreSQL database" };
const VERSIONS = { newer: "a newer version", older: "a version long before 1.0.0" };
/** The advisory lock that every server holds, alone or shared: SOLE in server/store/postgresql/advisory-locks.ts. */
const SOLE = 728_302;

const About = z.object({
  engine: z.enum(["sqlite", "postgresql"]),
  version: z.string(),
  at: z.iso.datetime(),
  migrations: z.array(z.string()),
  counts: z.object({ session: z.number(), participant: z.number(), ballot: z.number() }).catchall(z.number()),
  sha256: z.string(),
});

/** @typedef {z.infer<typeof About>} AboutBackup */
/** @typedef {import("./backups.mjs").Database} Database */
/** @typedef {import("./backups.mjs").Contents} Contents */
/** @typedef {import("./restored-files.mjs").Copy} Copy */

await run(restore, "The backup could not be restored");

/**
 * @param {Database} database
 * @param {string} [folder]
 */
async function restore(database, folder) {
  if (folder === undefined) throw new Refused(`Name the backup's folder: ${asTyped("restore", "FOLDER")}`);
  const about = readAbout(folder);
  await assertFits(folder, about, database);
  const moved =
    database.engine === "sqlite"
      ? await restoreSqlite(database, folder, about)
      : await restorePostgresql(database, folder, about);
  const when = `${about.at.slice(0, 16).replace("T", " ")} UTC`;
  return [
    `Restored ${database.name} to the backup of ${when}: ${inWords(about.counts)}.`,
    ...moved.map(([before, after]) => `The ${path.basename(before)} that was there is now ${after}.`),
  ];
}

/** @param {string} folder */
function readAbout(folder) {
  try {
    return About.parse(JSON.parse(readFileSync(path.join(folder, ABOUT), "utf8")));
  } catch {
    throw new Refused(`${folder} is not a complete backup: its ${ABOUT} is missing or unreadable.`);
  }
}

/**
 * All checks that don't change the database.
 * @param {string} folder
 * @param {AboutBackup} about
 * @param {Database} database
 */
async function assertFits(folder, { engine, version, migrations, sha256 }, database) {
  if (engine !== database.engine)
    throw new Refused(
      `The backup is of ${ENGINES[engine]}, but DATABASE_URL names ${ENGINES[database.engine]}, ${database.name}.`,
    );
  const known = readdirSync(path.join(ROOT, "prisma/migrations", engine));
  const reason = misfit(engine, migrations, known);
  if (reason)
    throw new Refused(
      `The backup was made by ${VERSIONS[reason.is]} of Resolved (${version}, which has the migration "${reason.name}"). Restore it with that version.`,
    );
  const dump = path.join(folder, DUMPS[engine]);
  if (!existsSync(dump)) throw new Refused(`The backup is incomplete: ${dump} is missing.`);
  if ((await checksum(dump)) !== sha256)
    throw new Refused(`The backup is damaged: ${dump} does not match its checksum.`);
}

/**
 * The new files are ready, checked and on disk before the first old one is moved.
 * @param {import("./backups.mjs").Sqlite} database
 * @param {string} folder
 * @param {AboutBackup} about
 */
async function restoreSqlite({ file, folder: beside }, folder, about) {
  mkdirSync(beside, { recursive: true });
  const unlock = lockFile(file);
  if (!unlock) throw stillUsed(file);
  /** @type {Copy[]} */
  const copies = [[path.join(folder, DUMPS.sqlite), file], ...secretFor(folder, beside)];
  try {
    giveTo(`${file}.lock`, beside);
    layReady(copies);
    await assertWhole(readyOf(file), about);
    return place(copies);
  } finally {
    clear(copies);
    unlock();
  }
}

/** @param {string} name */
function stillUsed(name) {
  return new Refused(`A Resolved server uses ${name}. Stop it first; nothing was changed.`);
}

/**
 * @param {string} file
 * @param {AboutBackup} about
 */
async function assertWhole(file, about) {
  const copy = new BetterSqlite3(file, { readonly: true });
  try {
    const found = copy.pragma("integrity_check", { simple: true });
    if (found !== "ok") throw new Refused(`The backup is damaged (${found}). Nothing was changed.`);
    if (!holds(await contentsOf((sql) => copy.prepare(sql).all()), about))
      throw new Refused(`The backup does not hold what its ${ABOUT} says. Nothing was changed.`);
  } finally {
    copy.close();
  }
}

/**
 * @param {Contents} contents
 * @param {AboutBackup} about
 */
function holds({ migrations, counts }, about) {
  return (
    isDeepStrictEqual(migrations, about.migrations) &&
    Object.entries(about.counts).every(([table, count]) => counts[table] === count)
  );
}

/**
 * pg_restore changes all or nothing, and the lock keeps servers from starting meanwhile.
 * @param {import("./backups.mjs").Postgresql} database
 * @param {string} folder
 * @param {AboutBackup} about
 */
async function restorePostgresql(database, folder, about) {
  const client = await connect(database);
  /** @type {import("./backups.mjs").Query} */
  const query = async (sql) => (await client.query(sql)).rows;
  const copies = secretFor(folder, database.folder);
  try {
    const [lock] = await query(`SELECT pg_try_advisory_lock(${SOLE}) AS held`);
    if (!lock.held) throw stillUsed(`the database ${database.name}`);
    await assertReplaceable(query, database, about);
    layReady(copies);
    const how = ["--clean", "--if-exists", "--single-transaction", "--exit-on-error", "--no-owner"];
    const dump = path.join(folder, DUMPS.postgresql);
    await runProgram("pg_restore", [...how, `--dbname=${client.database}`, dump], database, client);
    if (!holds(await contentsOf(query), about))
      throw new Refused(`The database ${database.name} does not hold what the backup's ${ABOUT} says.`);
    return place(copies);
  } finally {
    clear(copies);
    await client.end();
  }
}

/**
 * pg_restore removes only objects that the backup has, so other objects would stay.
 * @param {import("./backups.mjs").Query} query
 * @param {Database} database
 * @param {AboutBackup} about
 */
async function assertReplaceable(query, { name }, { migrations }) {
  const tables = await query(
    "SELECT 1 FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
  );
  if (tables.length === 0) return;
  const there = await contentsOf(query).catch((error) => {
    throw new Refused(
      `The database ${name} holds something other than Resolved (${reason(error)}). Name an empty one; nothing was changed.`,
    );
  });
  const later = there.migrations.find((migration) => !migrations.includes(migration));
  if (later !== undefined)
    throw new Refused(
      `The database ${name} is newer than the backup (it has the migration "${later}"). Name an empty one; nothing was changed.`,
    );
}

/**
 * Takes the lock that a running server has: takeLock in server/store/sqlite/open-sqlite.ts. Returns how to release it, or
 * null if a server has it.
 * @param {string} file The database.
 * @returns {(() => void) | null}
 */
function lockFile(file) {
  const lock = new BetterSqlite3(`${file}.lock`, { timeout: 0 });
  try {
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (error instanceof BetterSqlite3.SqliteError && error.code === "SQLITE_BUSY") return null;
    throw error;
  }
}
