import { access, constants, mkdir, readFile, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import BetterSqlite3 from "better-sqlite3";
import { PrismaClient } from "#prisma/generated/sqlite/client.ts";
import { UnusableSchema } from "#prisma/migrate.ts";
import { createPendingWork } from "#server/platform/pending-work.ts";
import { createQueue } from "#server/platform/queue.ts";
import { isStorageFailure, UnusableDatabase } from "#server/platform/storage-failures.ts";
import { createJobWriter } from "#server/store/batching/job-writer.ts";
import type { Client, Database } from "#server/store/database.ts";
import { migrateSqlite } from "#server/store/sqlite/migrate-sqlite.ts";
import { realFile } from "#server/store/sqlite/real-file.mjs";
import { openRows, type Rows } from "#server/store/sqlite/rows.ts";
import { type Batch, ballotBatches, seatBatches } from "#server/store/sqlite/sqlite-statements.ts";
import { startWriter, type Writer } from "#server/store/sqlite/writer.ts";
import { createHealth } from "#server/store/write-health.ts";

/** Opens the SQLite file of a `file:` address, creates and migrates it if needed, and locks out other processes. */
export async function openSqlite(url: string, migrations: string): Promise<Database> {
  const file = realFile(databaseFile(url));
  await makeFolder(file);
  await makePrivate(file, `${file}.lock`);
  const lock = takeLock(file);
  try {
    const factory = new PrismaBetterSqlite3({ url: `file:${file}` });
    await migrateSqlite(file, migrations);
    const pragmas = [
      ...["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"],
      "secure_delete=ON", // [G10]
      // Else statement journals go to a file in /var/tmp.
      "temp_store=MEMORY",
      // Checkpoint after 32 MB, not 4: in a hall's burst almost each group of votes would write its pages twice.
      "wal_autocheckpoint=8000",
    ];
    const writer = await startWriter(file, pragmas);
    const reader = await connect(factory, ["query_only=ON"]);
    const reading = {
      reader,
      rows: openRows(file, { mapped: false }),
      scan: openRows(file, { mapped: true }),
    };
    return compose(file, writer, await connect(writer.factory, []), reading, () => lock.close());
  } catch (error) {
    lock.close();
    if (error instanceof UnusableDatabase) throw error;
    if (error instanceof UnusableSchema) throw new UnusableDatabase(`${file}: ${error.message}`);
    throw new UnusableDatabase(
      isStorageFailure(error)
        ? `${file} cannot be written to (${reason(error)}). Check its permissions and the free disk space, or set DATA_DIR to another folder.`
        : `${file} cannot be used as a database: ${reason(error)}.`,
    );
  }
}

type Reading = { reader: Client; rows: Rows; scan: Rows };

function compose(
  file: string,
  thread: Writer,
  writer: Client,
  { reader, rows, scan }: Reading,
  unlock: () => void,
): Database {
  const queue = createQueue();
  const { noticing, report, isWorking, watch } = createHealth();
  const { track, settled } = createPendingWork();
  const store = createJobWriter(
    (jobs) => queue(() => noticing(writer.$transaction(jobs, { timeout: 30_000, maxWait: 30_000 }))),
    null,
  );
  const write: Database["write"] = (...job) => track(store(...job));
  async function allStored(): Promise<void> {
    await settled();
    await queue(async () => undefined);
  }
  const storeBatches = <Item>(batches: Batch<Item>[]) => queue(() => noticing(thread.storeBatches(batches)));
  const queued = writer.$extends({
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) =>
          READS.has(operation) ? read(reader, model, operation, args) : queue(() => noticing(query(args))),
      },
    },
  }) as unknown as Client;
  return {
    engine: "sqlite",
    reader,
    rows: rows.read,
    scan: scan.read,
    queued,
    write,
    storeBallots: (casts) => storeBatches(ballotBatches(casts)),
    storeSeats: (seats) => storeBatches(seatBatches(seats)),
    files: {
      store: (file) => queue(() => noticing(thread.files.store(file))),
      read: thread.files.read,
    },
    ping: async () => {
      await reader.$queryRaw`SELECT 1`;
      if (isWorking() && (await seemsWritable(file))) return;
      // The smallest possible write, of a number that nothing reads.
      await write((transaction) => transaction.$executeRaw`PRAGMA user_version = 0`);
      report(true);
    },
    watch,
    // One thread stores everything, so all waiting items are stored together.
    groupKeyOf: null,
    // Deleted text is still in old pages of the journal.
    scrub: async () => {
      await queue(() => writer.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`);
    },
    settled: allStored,
    close: async () => {
      await allStored();
      await Promise.all([writer.$disconnect(), reader.$disconnect()]);
      rows.close();
      scan.close();
      await thread.close();
      unlock();
    },
    now: Date.now,
    skew: () => null,
    freeSpace: () => freeSpace(file),
    lastBackup: () => lastBackup(file),
  };
}

/** With less free disk space than this, in bytes, a ping tries to write. */
const LITTLE_SPACE = 1024 * 1024;

/** [T7] Whether there is no sign of a full or read-only disk, at the cost of no write. */
async function seemsWritable(file: string): Promise<boolean> {
  try {
    await access(file, constants.W_OK);
    return (await freeSpace(file)) >= LITTLE_SPACE;
  } catch {
    return false;
  }
}

async function freeSpace(file: string): Promise<number> {
  const { bavail, bsize } = await statfs(file);
  return bavail * bsize;
}

/** server/launch/backup.mjs leaves the time there. */
async function lastBackup(file: string): Promise<number> {
  const left = await readFile(`${file}.last-backup`, "utf8").catch(() => "");
  return Date.parse(left.trim()) || 0;
}

/** Operations of Better Auth's client that must not wait for writes. */
const READS: ReadonlySet<string> = new Set(["findFirst", "findUnique", "findMany", "count"]);

type Reads = Record<string, (args: unknown) => Promise<unknown>>;

async function read(reader: Client, model: string, operation: string, args: unknown): Promise<unknown> {
  const models = reader as unknown as Record<string, Reads>;
  return models[model.charAt(0).toLowerCase() + model.slice(1)]?.[operation]?.(args);
}

async function connect(factory: SqlDriverAdapterFactory, pragmas: string[]): Promise<Client> {
  const client = new PrismaClient({ adapter: factory });
  for (const pragma of pragmas) await client.$queryRawUnsafe(`PRAGMA ${pragma}`);
  return client;
}

async function makeFolder(file: string): Promise<void> {
  const folder = path.dirname(file);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new UnusableDatabase(
      `The folder ${folder} for the database cannot be written to (${reason(error)}). Make it writable, or set DATA_DIR to another one.`,
    );
  }
}

/** Creates missing files with access for the server's user only. SQLite gives the journal the same rights. */
async function makePrivate(...files: string[]): Promise<void> {
  // If a file exists or can't be created, opening it says what is wrong.
  for (const file of files) await writeFile(file, "", { flag: "wx", mode: 0o600 }).catch(() => undefined);
}

/** An exclusive lock on a separate file, which the system releases however the process ends. */
function takeLock(file: string): BetterSqlite3.Database {
  let lock: BetterSqlite3.Database | undefined;
  try {
    lock = new BetterSqlite3(`${file}.lock`, { timeout: 0 });
    assertSafeSqlite(lock.prepare("SELECT sqlite_version()").pluck().get() as string);
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock?.close();
    if (error instanceof UnusableDatabase) throw error;
    if ((error as { code?: string }).code === "SQLITE_BUSY")
      throw new UnusableDatabase(
        `Another Resolved server already uses ${file}. Stop it first, or set another DATABASE_URL.`,
      );
    throw new UnusableDatabase(
      `${file} cannot be opened (${reason(error)}). Check its permissions, or set DATA_DIR to another folder.`,
    );
  }
}

/** The path that a `file:` address names. */
export function databaseFile(url: string): string {
  return path.resolve(url.startsWith("file://") ? fileURLToPath(url) : url.replace(/^file:/u, ""));
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The first SQLite without the WAL-reset bug, which can lose commits when another process writes or checkpoints. */
const LEAST = [3, 51, 3] as const;

/** Refuses to start on a SQLite that can lose confirmed votes. [B2] */
export function assertSafeSqlite(version: string): void {
  const parts = version.split(".").map(Number);
  const at = LEAST.findIndex((least, place) => parts[place] !== least);
  if (at === -1 || (parts[at] ?? 0) > (LEAST[at] ?? 0)) return;
  throw new UnusableDatabase(
    `SQLite ${version} can lose confirmed votes: version ${LEAST.join(".")} or newer is needed. Run npm ci to install better-sqlite3 12.8 or newer.`,
  );
}
