// The writer thread. Only its connections change the database, so that the event loop of the server never waits for
// the disk. It is plain JavaScript because a thread starts from a file, the same in development, tests and
// production.
import { parentPort, workerData } from "node:worker_threads";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import BetterSqlite3 from "better-sqlite3";

const { file, pragmas } = workerData;
const adapter = await new PrismaBetterSqlite3({ url: `file:${file}` }).connect();
const database = new BetterSqlite3(file);
for (const pragma of pragmas) {
  await adapter.executeScript(`PRAGMA ${pragma}`);
  database.pragma(pragma);
}
await assertSettings();
const begin = database.prepare("BEGIN IMMEDIATE");
const commit = database.prepare("COMMIT");
const rollback = database.prepare("ROLLBACK");
/** @type {Map<string, BetterSqlite3.Statement>} */
const statements = new Map();
/**
 * The transaction that Prisma has open. The queue of the main thread ensures that there is only one.
 * @type {import("@prisma/driver-adapter-utils").Transaction | null}
 */
let transaction = null;

/** @typedef {import("@prisma/driver-adapter-utils").SqlQuery} SqlQuery */

const STORE_FILE = `
  INSERT INTO "debate_source" ("debateId", "name", "type", "bytes")
  SELECT ?, ?, ?, ? FROM "debate" WHERE "id" = ? AND "ownerId" = ?
  ON CONFLICT ("debateId") DO UPDATE
  SET "name" = excluded."name", "type" = excluded."type", "bytes" = excluded."bytes"`;
const READ_FILE =
  'SELECT s."name", s."type", s."bytes" FROM "debate_source" s JOIN "debate" d ON d."id" = s."debateId" WHERE d."id" = ? AND d."ownerId" = ?';

const OPERATIONS = {
  /** Resolves when the thread is ready. [T7] A file that can't be written to fails here: SQLite opens it for reading. */
  open: () => void database.pragma("user_version = 0"),
  /** @param {SqlQuery} query */
  queryRaw: (query) => (transaction ?? adapter).queryRaw(query),
  /** @param {SqlQuery} query */
  executeRaw: (query) => (transaction ?? adapter).executeRaw(query),
  /** @param {string} script */
  executeScript: (script) => adapter.executeScript(script),
  /** @param {import("@prisma/driver-adapter-utils").IsolationLevel} [isolation] */
  begin: async (isolation) => {
    transaction = await adapter.startTransaction(isolation);
    return transaction.options;
  },
  /** @param {"commit" | "rollback"} how */
  end: async (how) => {
    const ending = transaction;
    transaction = null;
    await ending?.[how]();
  },
  storeBatches,
  storeFile,
  readFile,
  close: async () => {
    database.close();
    await adapter.dispose();
  },
};

/** @typedef {{ sessionId: string, gate: string, store: string, missing: string, raise: string, rows: string, length: number }} Batch */

/**
 * Stores batches (see sqlite-statements.ts) in one transaction, and raises the version of each session that changed.
 * Returns, for each batch, the indexes of the rows that were left out.
 * @param {Batch[]} batches
 */
function storeBatches(batches) {
  /** @type {Map<string, string>} */
  const changed = new Map();
  begin.run();
  try {
    const leftOut = batches.map((batch) => {
      const stored = storeBatch(batch);
      if (stored.changes > 0) changed.set(batch.sessionId, batch.raise);
      return stored.leftOut;
    });
    for (const [sessionId, raise] of changed) prepare(raise).run(sessionId);
    commit.run();
    return leftOut;
  } catch (error) {
    // SQLite has already ended the transaction if the disk is full.
    if (database.inTransaction) rollback.run();
    throw error;
  }
}

/**
 * @param {Batch} batch
 * @returns {{ changes: number, leftOut: number[] }}
 */
function storeBatch({ sessionId, gate, store, missing, rows, length }) {
  if (!prepare(gate).get(sessionId))
    return { changes: 0, leftOut: Array.from({ length }, (_, index) => index) };
  const { changes } = prepare(store).run(rows, sessionId);
  return {
    changes,
    leftOut:
      changes === length
        ? []
        : /** @type {{ key: number }[]} */ (prepare(missing).all(rows)).map(({ key }) => key),
  };
}

/** @typedef {{ ownerId: string, debateId: string, name: string, type: string, bytes: Uint8Array }} OwnedFile */

/** @param {OwnedFile} file */
function storeFile({ ownerId, debateId, name, type, bytes }) {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return prepare(STORE_FILE).run(debateId, name, type, content, debateId, ownerId).changes > 0;
}

/**
 * @param {string} ownerId
 * @param {string} debateId
 */
function readFile(ownerId, debateId) {
  return prepare(READ_FILE).get(debateId, ownerId) ?? null;
}

// [B2] [G10] Without these a confirmed ballot can be lost in a power cut (better-sqlite3's default for WAL is NORMAL), and deleted
// words stay in the file.
async function assertSettings() {
  /** @type {(pragma: string) => Promise<unknown>} */
  const ofAdapter = async (pragma) =>
    (await adapter.queryRaw({ sql: `PRAGMA ${pragma}`, args: [], argTypes: [] })).rows[0]?.[0];
  for (const [pragma, needed] of Object.entries({
    journal_mode: "wal",
    synchronous: "2",
    secure_delete: "1",
  })) {
    const set = [await ofAdapter(pragma), database.pragma(pragma, { simple: true })];
    if (set.some((value) => String(value) !== needed))
      throw new Error(
        `SQLite does not accept here what votes need (${pragma} is ${set.join(" and ")}, not ${needed})`,
      );
  }
}

/** @param {string} sql */
function prepare(sql) {
  const known = statements.get(sql);
  if (known) return known;
  const prepared = database.prepare(sql);
  statements.set(sql, prepared);
  return prepared;
}

/** @typedef {{ id: number, name: keyof typeof OPERATIONS, given: unknown[] }} Call */

parentPort?.on("message", async (/** @type {Call} */ { id, name, given }) => {
  try {
    const operation = /** @type {(...given: unknown[]) => unknown} */ (OPERATIONS[name]);
    parentPort?.postMessage({ id, done: await operation(...given) });
  } catch (error) {
    const { name, message, code, cause } = /** @type {any} */ (error);
    parentPort?.postMessage({ id, failed: { name, message, code, cause } });
  }
});
