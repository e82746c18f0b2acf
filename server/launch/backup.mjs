// `resolved backup [FOLDER]`: a copy of all data in a new folder, while the server runs.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { dataFolder } from "../platform/data-folder.mjs";
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
  SECRET,
  stamp,
  sync,
} from "./backups.mjs";
import { ROOT } from "./program.mjs";

/** @typedef {import("./backups.mjs").Database} Database */

/** How long to wait for a database that is being created or repaired, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

await run(backUp, "The backup could not be made");

/**
 * @param {Database} database
 * @param {string} [named]
 */
async function backUp(database, named) {
  const at = new Date();
  const folder = named ?? path.join(dataFolder(process.env), "backups", stamp(at));
  const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
  if (readdirSync(folder).length > 0)
    throw new Refused(`${folder} is not empty, and a backup gets a folder of its own. Name another.`);
  try {
    const { counts, hasSecret } = await fill(folder, database, at);
    const unnoted = await note(database, at).then(
      () => [],
      (error) => [`The server can't report the time of this backup: ${reason(error)}.`],
    );
    return [
      `Backed up to ${folder}: ${inWords(counts)}${hasSecret ? `, and ${SECRET}` : ""}.`,
      "Keep it where nobody else can read it.",
      ...unnoted,
    ];
  } catch (error) {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
    if (isNew) rmSync(folder, { recursive: true });
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {Database} database
 * @param {Date} at
 */
async function fill(folder, database, at) {
  const { engine, folder: beside } = database;
  const dump = path.join(folder, DUMPS[engine]);
  const contents =
    database.engine === "sqlite" ? await dumpSqlite(database, dump) : await dumpPostgresql(database, dump);
  sync(dump);
  const hasSecret = existsSync(path.join(beside, SECRET));
  if (hasSecret) {
    writeFileSync(path.join(folder, SECRET), readFileSync(path.join(beside, SECRET)));
    sync(path.join(folder, SECRET));
  }
  const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  const about = { engine, version, at: at.toISOString(), ...contents, sha256: await checksum(dump) };
  writeFileSync(path.join(folder, ABOUT), `${JSON.stringify(about, null, 2)}\n`);
  sync(path.join(folder, ABOUT));
  sync(folder);
  return { ...contents, hasSecret };
}

/**
 * [O42] Leaves the time of a backup where the server finds it for its metrics.
 * @param {Database} database
 * @param {Date} at
 */
async function note(database, at) {
  if (database.engine === "sqlite") {
    writeFileSync(`${database.file}.last-backup`, `${at.toISOString()}\n`);
    return;
  }
  const client = await connect(database);
  try {
    await client.query(
      `INSERT INTO "setup" ("id", "deleted", "backedUpAt") VALUES ('setup', 0, $1)
      ON CONFLICT ("id") DO UPDATE SET "backedUpAt" = excluded."backedUpAt"`,
      [at.getTime()],
    );
  } finally {
    await client.end();
  }
}

/**
 * VACUUM INTO reads one moment of the database in one transaction, which in WAL mode neither blocks writers nor is
 * blocked by them. SQLite's online backup restarts whenever another process writes, so it might never end during a
 * vote. This copy also has no traces of deleted data.
 * @param {{ file: string }} database
 * @param {string} dump
 */
async function dumpSqlite({ file }, dump) {
  if (!existsSync(file)) throw new Refused(`There is no database ${file}, so there is nothing to back up.`);
  try {
    const database = new BetterSqlite3(file, { readonly: true, timeout: BUSY_TIMEOUT });
    try {
      database.prepare("VACUUM INTO ?").run(dump);
    } finally {
      database.close();
    }
    const copy = new BetterSqlite3(dump, { readonly: true });
    try {
      return await contentsOf((sql) => copy.prepare(sql).all());
    } finally {
      copy.close();
    }
  } catch (error) {
    throw new Refused(`${file} cannot be backed up: ${reason(error)}.`);
  }
}

/**
 * Counts and dump are of the same moment: pg_dump reads in the transaction that counts.
 * @param {import("./backups.mjs").Postgresql} database
 * @param {string} dump
 */
async function dumpPostgresql(database, dump) {
  const client = await connect(database);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { rows } = await client.query("SELECT pg_export_snapshot() AS snapshot");
    const contents = await contentsOf(async (sql) => (await client.query(sql)).rows).catch((error) => {
      throw new Refused(`The database ${database.name} cannot be backed up: ${reason(error)}.`);
    });
    const parameters = ["--format=custom", `--snapshot=${rows[0].snapshot}`, `--file=${dump}`];
    await runProgram("pg_dump", parameters, database, client);
    return contents;
  } finally {
    await client.end();
  }
}
