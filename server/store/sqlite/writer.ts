import path from "node:path";
import { Worker } from "node:worker_threads";
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
  type TransactionOptions,
} from "@prisma/driver-adapter-utils";
import { createCalls, type Failure } from "#server/platform/rpc.ts";
import type { Database } from "#server/store/database.ts";
import type { Batch } from "#server/store/sqlite/sqlite-statements.ts";

export type Writer = {
  /** The adapter for Prisma. */
  factory: SqlDriverAdapterFactory;
  /** Stores batches in one transaction. Resolves with the items that were left out. */
  storeBatches<Item>(batches: Batch<Item>[]): Promise<Item[]>;
  /** See `files` of Database. */
  files: Database["files"];
  close(): Promise<void>;
};

type Call = ReturnType<typeof createCalls>["call"];

/** Starts the thread that writes to a SQLite file; see writer.mjs. */
export async function startWriter(file: string, pragmas: string[]): Promise<Writer> {
  const thread = new Worker(path.resolve("server/store/sqlite/writer.mjs"), {
    workerData: { file, pragmas },
    execArgv: [],
  });
  const { call, ended } = createCalls(
    {
      send: (asked) => thread.postMessage(asked),
      onMessage: (listener) => thread.on("message", listener),
    },
    asError,
  );
  let isOpen = false;
  // Nothing can be stored without the thread, so the server must end and be restarted.
  const end = (error: Error) => {
    ended(error);
    if (isOpen) throw error;
  };
  thread.on("error", end);
  thread.on("exit", () => end(new Error("the thread that writes has ended")));
  await call("open");
  isOpen = true;
  return {
    factory: adapterFactory(call),
    async storeBatches(batches) {
      // The thread knows rows by their index only.
      const leftOut = await call<number[][]>("storeBatches", batches.map(toMessage));
      return batches.flatMap(({ items }, index) => (leftOut[index] ?? []).flatMap((row) => items[row] ?? []));
    },
    files: {
      store: (file) => call("storeFile", file),
      read: (ownerId, debateId) => call("readFile", ownerId, debateId),
    },
    close: async () => {
      isOpen = false;
      await call("close");
      await thread.terminate();
    },
  };
}

/** Rows cross as JSON, which costs less than objects and which SQLite can read. */
function toMessage<Item>({ sessionId, items, storing: { rowOf, ...statements } }: Batch<Item>) {
  return { ...statements, sessionId, rows: JSON.stringify(items.map(rowOf)), length: items.length };
}

/** Errors lose their class between threads. Prisma and `isStorageFailure` recognize them by their cause. */
function asError({ name, message, code, cause }: Failure): Error {
  if (name === "DriverAdapterError" && cause)
    return new DriverAdapterError(cause as ConstructorParameters<typeof DriverAdapterError>[0]);
  return Object.assign(new Error(message), { cause: { originalCode: code } });
}

const ADAPTER = { provider: "sqlite", adapterName: "@prisma/adapter-better-sqlite3" } as const;

function adapterFactory(call: Call): SqlDriverAdapterFactory {
  const queryable = {
    ...ADAPTER,
    queryRaw: (query: SqlQuery) => call<SqlResultSet>("queryRaw", query),
    executeRaw: (query: SqlQuery) => call<number>("executeRaw", query),
  };
  const adapter: SqlDriverAdapter = {
    ...queryable,
    executeScript: (script) => call("executeScript", script),
    async startTransaction(isolation) {
      const options = await call<TransactionOptions>("begin", isolation);
      return {
        ...queryable,
        options,
        commit: () => call("end", "commit"),
        rollback: () => call("end", "rollback"),
      } satisfies Transaction;
    },
    dispose: () => Promise.resolve(),
  };
  return { ...ADAPTER, connect: () => Promise.resolve(adapter) };
}
