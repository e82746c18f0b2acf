// `npm run move -- --to ADDRESS`: copies the SQLite database of a stopped server into an empty PostgreSQL one, completely or not at
// all. [O50]
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import BetterSqlite3 from "better-sqlite3";
import { misfit } from "../../prisma/baseline.mjs";
import { RECORDS, record } from "../../prisma/records.mjs";
import { connect, contentsOf, inWords, Refused, reason, run, SECRET } from "./backups.mjs";
import { copyRows } from "./copied-rows.mjs";
import { lockFile, lockPostgresql } from "./server-locks.mjs";

/** @typedef {import("./backups.mjs").Database} Database */
/** @typedef {import("./backups.mjs").Postgresql} Postgresql */
/** @typedef {import("./backups.mjs").Query} Query */

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));
const EXAMPLE = "such as postgresql://resolved@db/resolved";
const TABLES_THERE = `SELECT tablename AS name FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY tablename LIMIT 1`;

// The address is the only argument, after --to.
const words = process.argv.slice(2).flatMap((word) => /^--to(?:=(.*))?$/su.exec(word)?.slice(1) ?? word);
process.argv.splice(2, process.argv.length, ...words.filter((word) => word !== undefined));
await run(move, "The database could not be moved", { takes: "address" });

/**
 * @param {Database} database
 * @param {string} [to]
 */
async function move(database, to) {
  if (database.engine !== "sqlite")
    throw new Refused(
      `DATABASE_URL names a PostgreSQL database, ${database.name}. Only a SQLite one can be moved.`,
    );
  const target = targetOf(to);
  const { file, name } = database;
  if (!existsSync(file)) throw new Refused(`There is no database ${name}, so there is nothing to move.`);
  const unlock = lockFile(file);
  const source = new BetterSqlite3(file, { readonly: true });
  try {
    const { counts } = await contentsOfThisVersion(source, name);
    const copied = await fill(target, source);
    return [
      `Moved ${name} to ${target.name}: ${inWords(counts)}. All ${copied.tables} tables have the same ${copied.rows} rows in both.`,
      `${name} is unchanged. Start Resolved with the new address as DATABASE_URL, and with the same secret, so that seats and sign-ins stay valid: ${secretIn(database)}.`,
    ];
  } finally {
    source.close();
    unlock();
  }
}

/** @param {{ folder: string }} database */
function secretIn({ folder }) {
  return process.env.AUTH_SECRET
    ? "AUTH_SECRET as now"
    : `where it does not find ${path.join(folder, SECRET)}, set AUTH_SECRET to what that file holds`;
}

/**
 * @param {string} [to]
 * @returns {Postgresql}
 */
function targetOf(to) {
  if (to === undefined) throw new Refused(`Name the PostgreSQL database after --to, ${EXAMPLE}.`);
  // [O14] The address is not printed, because it may contain a password.
  if (!/^postgres(ql)?:\/\/./u.test(to) || !URL.canParse(to) || !/^\/[^@]+$/u.test(new URL(to).pathname))
    throw new Refused(
      `--to must be postgresql: and a server with a database, ${EXAMPLE} (in a password / is %2F, and @ is %40).`,
    );
  const { host, pathname } = new URL(to);
  return { engine: "postgresql", url: to, name: `${host}${pathname}`, folder: "" };
}

/**
 * @param {BetterSqlite3.Database} source
 * @param {string} name
 */
async function contentsOfThisVersion(source, name) {
  /** @type {import("./backups.mjs").Contents} */
  let contents;
  try {
    contents = await contentsOf((sql) => source.prepare(sql).all());
  } catch (error) {
    throw new Refused(`${name} can't be read as a database of Resolved: ${reason(error)}.`);
  }
  const known = namesOf("sqlite");
  if (misfit("sqlite", contents.migrations, known)?.is === "newer")
    throw new Refused(`${name} was written by a newer version of Resolved. Move it with that version.`);
  if (known.some((each) => !contents.migrations.includes(each)))
    throw new Refused(
      `${name} was last used by an older version of Resolved. Start and stop this version with it once, then move it.`,
    );
  return contents;
}

/** @param {"sqlite" | "postgresql"} engine */
function namesOf(engine) {
  const entries = readdirSync(path.join(MIGRATIONS, engine), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Migrates and fills the target in one transaction, under the lock that keeps servers from starting on it.
 * @param {Postgresql} target
 * @param {BetterSqlite3.Database} source
 */
async function fill(target, source) {
  const client = await connect(target);
  /** @type {Query} */
  const query = async (sql) => (await client.query(sql)).rows;
  try {
    await lockPostgresql(query, target);
    await assertEmpty(query, target);
    await query("BEGIN");
    await query("SET LOCAL statement_timeout = 0; SET LOCAL synchronous_commit = on");
    await migrate(query);
    const copied = await copyRows(source, client);
    await query("COMMIT");
    return copied;
  } catch (error) {
    // The connection's end undoes the transaction.
    if (error instanceof Refused) throw error;
    throw new Refused(`The database ${target.name} could not be filled, and stays empty: ${reason(error)}.`);
  } finally {
    await client.end();
  }
}

/**
 * @param {Query} query
 * @param {Postgresql} target
 */
async function assertEmpty(query, { name }) {
  const [{ server_encoding: encoding }] = await query("SHOW server_encoding");
  if (encoding !== "UTF8")
    throw new Refused(`The database ${name} has the encoding ${encoding}. Create one with ENCODING 'UTF8'.`);
  const [table] = await query(TABLES_THERE);
  if (table)
    throw new Refused(
      `The database ${name} is not empty: it has the table ${table.name}. Name an empty one; nothing was changed.`,
    );
}

/** @param {Query} query */
async function migrate(query) {
  await query(RECORDS.postgresql);
  for (const name of namesOf("postgresql")) {
    const script = readFileSync(path.join(MIGRATIONS, "postgresql", name, "migration.sql"), "utf8");
    const startedAt = new Date();
    await query(script);
    await query(record({ name, script, startedAt }));
  }
}
