import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "#prisma/generated/postgresql/client.ts";
import { UnusableSchema } from "#prisma/migrate.ts";
import { answersWithin } from "#server/platform/answers-within.ts";
import { createPendingWork } from "#server/platform/pending-work.ts";
import { isStorageFailure, UnusableDatabase } from "#server/platform/storage-failures.ts";
import { createJobWriter } from "#server/store/batching/job-writer.ts";
import type { Client, Database, MachineClock, SourceFile } from "#server/store/database.ts";
import {
  CONNECT_TIMEOUT,
  KEEP_ALIVE,
  keepOthersOut,
  migrateLocked,
  nameOf,
  type ServerLock,
} from "#server/store/postgresql/advisory-locks.ts";
import { createDatabaseClock } from "#server/store/postgresql/database-clock.ts";
import { type Batch, ballotBatches, seatBatch } from "#server/store/postgresql/postgresql-statements.ts";
import { createHealth } from "#server/store/write-health.ts";

/** How long to wait for another server that is changing the same session, in milliseconds. */
const LOCK_TIMEOUT = 4_000;
/** PostgreSQL ends a transaction that has been idle for this long, in milliseconds: its server may be frozen. */
const IDLE_TIMEOUT = 3_000;
/**
 * Query timeout in milliseconds: longer than for a lock, and shorter than a phone waits. The connection is not
 * reused.
 */
const QUERY_TIMEOUT = 6_000;
/** Timeout of a ping, in milliseconds. */
const PING_TIMEOUT = 2_000;

type Options = {
  migrations: string;
  /** The number of connections. */
  pool: number;
  /** Whether other servers may use the database at the same time. */
  shared: boolean;
  machine?: MachineClock | undefined;
};

/** Opens and migrates a PostgreSQL database, and keeps other servers out unless it is shared. */
export async function openPostgresql(
  url: string,
  { migrations, pool: max, shared, machine = UNWATCHED }: Options,
): Promise<Database> {
  const pool = openPool(url, max);
  // A pool of its own, so that a ping fails when PostgreSQL is down and not when the main pool is busy.
  const pinging = openPool(url, 1);
  try {
    await assertDurable(pool);
    const lock = await keepOthersOut(url, shared);
    await migrateLocked(url, migrations);
    const clock = createDatabaseClock(() => timeOf(pinging), machine);
    await clock.measure(); // which also connects, and so takes longer than the next
    await clock.measure();
    return compose({ pool, pinging }, lock, clock);
  } catch (error) {
    await Promise.all([pool.end(), pinging.end()]);
    if (error instanceof UnusableDatabase) throw error;
    const named = nameOf(url);
    if (error instanceof UnusableSchema) throw new UnusableDatabase(`${named}: ${error.message}`);
    throw new UnusableDatabase(
      `The database ${named} cannot be used: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: "resolved",
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: QUERY_TIMEOUT,
    lock_timeout: LOCK_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT,
    ...KEEP_ALIVE,
    pipeline: true,
  });
  // Connections can be lost at any time. Queries in progress fail; `compose` handles idle connections.
  pool.on("connect", (connection) => connection.on("error", () => undefined));
  pool.on("error", () => undefined);
  return pool;
}

type Pools = { pool: pg.Pool; pinging: pg.Pool };
type Clock = ReturnType<typeof createDatabaseClock>;

function compose({ pool, pinging }: Pools, lock: ServerLock, clock: Clock): Database {
  const { noticing, report, isWorking, watch } = createHealth();
  const { track, settled } = createPendingWork();
  const client = new PrismaClient({ adapter: new PrismaPg(pool) }) as unknown as Client;
  pool.on("error", () => report(false));

  const write = createJobWriter(
    (jobs, sessionId) =>
      noticing(
        client.$transaction(
          async (transaction) => {
            lock.assertHeld();
            if (sessionId !== undefined) await transaction.$queryRawUnsafe(LOCK, sessionId);
            return jobs(transaction);
          },
          { timeout: 15_000, maxWait: 15_000 },
        ),
      ),
    ({ sessionId = "" }) => sessionId,
  );

  let asking: Promise<void> | undefined;
  async function ask(): Promise<void> {
    lock.assertHeld();
    if (isWorking()) await clock.measure();
    else {
      // A transaction with an id is written to disk.
      await pinging.query("SELECT pg_current_xact_id()");
      report(true);
    }
  }

  /** Stores batches for one session in one transaction. Resolves with the items that were left out. */
  async function store<Item>(sessionId: string, batches: Batch<Item>[]): Promise<Item[]> {
    lock.assertHeld();
    const connection = await pool.connect();
    // Pipelined in one round trip. After a failure the rest fails, and the commit is a rollback.
    const locked = [connection.query("BEGIN"), connection.query(LOCK, [sessionId])];
    const leftOut = batches.map(async ({ statement, rowOf, items }) => {
      const values = [JSON.stringify(items.map(rowOf)), sessionId];
      const { rows } = await connection.query<{ place: number }>({ ...statement, values });
      return rows.flatMap(({ place }) => items[place] ?? []);
    });
    const all = await Promise.allSettled([...locked, ...leftOut, connection.query("COMMIT")]);
    const failed = all.find((outcome) => outcome.status === "rejected");
    connection.release(isStorageFailure(failed?.reason));
    if (failed) throw failed.reason;
    return (await Promise.all(leftOut)).flat();
  }

  return {
    engine: "postgresql",
    reader: client,
    rows: (statement) => client.$queryRaw(statement),
    scan: (statement) => client.$queryRaw(statement),
    queued: client.$extends({
      query: { $allModels: { $allOperations: ({ args, query }) => noticing(query(args)) } },
    }) as unknown as Client,
    write: (...job) => track(write(...job)),
    async storeBallots(casts) {
      const [first] = casts;
      if (!first) return [];
      const { batches, surpassed } = ballotBatches(casts);
      return [...surpassed, ...(await track(noticing(store(first.sessionId, batches))))];
    },
    async storeSeats(seats) {
      const [first] = seats;
      return first ? track(noticing(store(first.sessionId, [seatBatch(seats)]))) : [];
    },
    files: {
      store: ({ ownerId, debateId, name, type, bytes }) => {
        lock.assertHeld();
        const values = [debateId, name, type, Buffer.from(bytes.buffer), ownerId];
        return track(noticing(pool.query({ text: STORE_FILE, values }))).then(
          ({ rowCount }) => rowCount === 1,
        );
      },
      async read(ownerId, debateId) {
        const { rows } = await pool.query<Omit<SourceFile, "bytes"> & { part: Buffer }>(READ_FILE, [
          debateId,
          ownerId,
        ]);
        const [file] = rows;
        return file
          ? { name: file.name, type: file.type, bytes: Buffer.concat(rows.map(({ part }) => part)) }
          : null;
      },
    },
    // Sessions are stored separately, because another server may have locked a session's row.
    groupKeyOf: ({ sessionId }) => sessionId,
    ping: async () => {
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      if (await answersWithin(PING_TIMEOUT, asking)) return;
      report(false);
      throw new Error("PostgreSQL does not answer, or cannot write");
    },
    watch,
    scrub: async () => undefined, // autovacuum does it
    settled,
    close: async () => {
      await client.$disconnect();
      await Promise.all([pool.end(), pinging.end()]);
      await lock.leave();
    },
    now: clock.now,
    skew: clock.skew,
    freeSpace: async () => null,
    lastBackup: async () => Number((await client.setup.findFirst())?.backedUpAt ?? 0),
  };
}

async function timeOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ now: number }>(TIME);
  return rows[0]?.now ?? Number.NaN;
}

const STORE_FILE = `INSERT INTO "debate_source" ("debateId", "name", "type", "bytes")
  SELECT "id", $2::text, $3::text, $4::bytea FROM "debate" WHERE "id" = $1 AND "ownerId" = $5
  ON CONFLICT ("debateId") DO UPDATE
  SET "name" = excluded."name", "type" = excluded."type", "bytes" = excluded."bytes"`;
/** A MB in each row: `pg` decodes a row at once, and 20 MB would take a tenth of a second. */
const READ_FILE = `SELECT s."name", s."type", substring(s."bytes" FROM place FOR 1048576) AS "part"
  FROM "debate_source" s JOIN "debate" d ON d."id" = s."debateId"
  CROSS JOIN generate_series(1, greatest(length(s."bytes"), 1), 1048576) AS place
  WHERE d."id" = $1 AND d."ownerId" = $2 ORDER BY place`;

const UNWATCHED: MachineClock = { now: Date.now, onSkewed: () => undefined };
const TIME = `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "now"`;

/** Locks the session's row until the transaction ends. */
const LOCK = `SELECT 1 FROM "session" WHERE "id" = $1 FOR UPDATE`;

// Without these settings a confirmed ballot can be lost in a power cut, or none can be stored [T7].
async function assertDurable(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ fsync: string; commits: string; readOnly: string }>(
    `SELECT current_setting('fsync') AS "fsync", current_setting('synchronous_commit') AS "commits",
      current_setting('transaction_read_only') AS "readOnly"`,
  );
  if (rows[0]?.readOnly === "on")
    throw new UnusableDatabase(
      "PostgreSQL accepts no writes: this is a standby, or default_transaction_read_only is on. Set DATABASE_URL to the primary.",
    );
  if (rows[0]?.fsync !== "on" || rows[0].commits === "off")
    throw new UnusableDatabase(
      "PostgreSQL does not wait for the disk (fsync or synchronous_commit is off), and a confirmed vote must be there.",
    );
}
