/** An error for a database that cannot be used, with a message for the person who starts the server. */
export class UnusableDatabase extends Error {}

/** The write queue is full: nothing was decided. */
export class QueueFull extends Error {}

/** The parts of an error that identify it; SQLite, node-postgres and Prisma each have their own. */
type Traces = {
  code?: unknown;
  cause?: Traces;
  originalCode?: unknown;
  kind?: unknown;
  meta?: { driverAdapterError?: Traces };
};

// SQLite: the disk is full, broken or read-only.
const DISK = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/u;
// PostgreSQL: connections that are lost or cannot be made, a server that stops or starts, a full or read-only disk.
const SERVER =
  /^(08...|53...|57P0.|58...|25006|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|P1001|P1002|P1008|P1017)$/u;
const ADAPTER =
  /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TlsConnectionError)$/u;
// node-postgres names no code for these.
const UNNAMED =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error/u;
const CONTENDED = /^(40001|40P01|55P03|25P03|P2024|P2028|P2034|TransactionWriteConflict)$/u;

/** Whether the disk or the connection to the database caused the error, so that nothing can be stored now. */
export function isStorageFailure(error: unknown): boolean {
  return (
    error instanceof UnusableDatabase ||
    anyTrace(error, (word) => DISK.test(word) || SERVER.test(word) || ADAPTER.test(word)) ||
    isUnnamed(error)
  );
}

/** Whether the same request may succeed later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof QueueFull) return true;
  return isStorageFailure(error) || isContended(error);
}

/** Whether a lock or a connection was not available in time. */
export function isContended(error: unknown): boolean {
  return anyTrace(error, (word) => CONTENDED.test(word));
}

/** [T7] What is wrong, for the person who runs the server. */
export function storageFailure(error: unknown): string {
  const [, says] = REASONS.find(([words]) => anyTrace(error, (word) => words.test(word))) ?? [];
  return says ?? "The database does not answer.";
}

const REASONS = [
  [/^(SQLITE_FULL|53100)$/u, "The disk is full."],
  [/^(SQLITE_READONLY|25006)/u, "The database is read-only."],
  [/^(SQLITE_IOERR|58030)/u, "The disk reports errors."],
] as const;

function anyTrace(error: unknown, fits: (word: string) => boolean): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, originalCode, kind, cause, meta } = error as Traces;
  const words = [code, originalCode, kind].filter((word): word is string => typeof word === "string");
  return words.some(fits) || anyTrace(cause, fits) || anyTrace(meta?.driverAdapterError, fits);
}

function isUnnamed(error: unknown): boolean {
  return error instanceof Error && (UNNAMED.test(error.message) || isUnnamed(error.cause));
}
