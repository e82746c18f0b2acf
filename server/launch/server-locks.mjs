// The locks of a running server, for commands that must not run beside one.
import BetterSqlite3 from "better-sqlite3";
import { Refused } from "./backups.mjs";

/** The advisory lock that every server holds, alone or shared: SOLE in server/store/postgresql/advisory-locks.ts. */
const SOLE = 728_302;

/**
 * Takes the lock that a running server has: takeLock in server/store/sqlite/open-sqlite.ts. Returns how to release it.
 * @param {string} file The database.
 * @returns {() => void}
 */
export function lockFile(file) {
  const lock = new BetterSqlite3(`${file}.lock`, { timeout: 0 });
  try {
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (error instanceof BetterSqlite3.SqliteError && error.code === "SQLITE_BUSY") throw stillUsed(file);
    throw error;
  }
}

/**
 * Takes it until the connection ends.
 * @param {import("./backups.mjs").Query} query
 * @param {{ name: string }} database
 */
export async function lockPostgresql(query, { name }) {
  const [lock] = await query(`SELECT pg_try_advisory_lock(${SOLE}) AS held`);
  if (!lock.held) throw stillUsed(`the database ${name}`);
}

/** @param {string} name */
function stillUsed(name) {
  return new Refused(`A Resolved server uses ${name}. Stop it first; nothing was changed.`);
}
