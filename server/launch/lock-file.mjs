import BetterSqlite3 from "better-sqlite3";

/**
 * Takes the lock that a running server has: takeLock in server/store/sqlite/open-sqlite.ts. Returns how to release it, or
 * null if a server has it.
 * @param {string} file The database.
 * @returns {(() => void) | null}
 */
export function lockFile(file) {
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
