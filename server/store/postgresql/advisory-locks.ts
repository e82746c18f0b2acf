import pg from "pg";
import { migrate } from "#prisma/migrate.ts";
import { UnusableDatabase } from "#server/platform/storage-failures.ts";

export const CONNECT_TIMEOUT = 5_000;
/** TCP keepalive on idle connections, because the other end may vanish without a word. */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };
/** On PostgreSQL's side, so that locks of a vanished machine are released after seconds, not hours. */
const TCP_KEEPALIVE =
  "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

/** The advisory lock for migrations, and the longest wait for it. The number is arbitrary. */
const MIGRATING = 728_301;
const MIGRATED_WITHIN = 60_000;
const LOCK_NOT_AVAILABLE = "55P03";

/** The advisory lock that a single server holds alone, and servers with Redis share. The number is arbitrary. */
const SOLE = 728_302;
/** How long to wait before acquiring a lost lock again, and how long one attempt may take, in milliseconds. */
const RETRY_AFTER = 1_000;
const HELD_WITHIN = 5_000;

/** A server's lock on its database, exclusive or shared. */
export type ServerLock = {
  /** Throws if the connection that holds the lock was lost: another server may have the lock. */
  assertHeld(): void;
  leave(): Promise<void>;
};

/** Acquires the lock that keeps other servers out, on a connection of its own, and again after a lost connection. */
export async function keepOthersOut(url: string, shared: boolean): Promise<ServerLock> {
  const lock = shared ? "pg_try_advisory_lock_shared" : "pg_try_advisory_lock";
  let isOver = false;
  let lost: UnusableDatabase | null = null;
  let holder = await hold();
  async function hold(): Promise<pg.Client> {
    const client = await connect(url, { application_name: "resolved-sole", query_timeout: HELD_WITHIN });
    try {
      const { rows } = await client.query<{ held: boolean }>(`SELECT ${lock}(${SOLE}) AS "held"`);
      if (!rows[0]?.held)
        throw new UnusableDatabase(
          `Another Resolved server already uses the database ${nameOf(url)}. Stop it, or set another DATABASE_URL; several servers can use one where all have the same REDIS_URL.`,
        );
    } catch (error) {
      await client.end();
      throw error;
    }
    client.once("end", holdAgain);
    return client;
  }
  function holdAgain(): void {
    if (isOver) return;
    lost ??= new UnusableDatabase(`The connection to the database ${nameOf(url)} was lost.`);
    hold().then(
      (client) => {
        holder = client;
        lost = null;
      },
      (error) => {
        if (error instanceof UnusableDatabase) lost = error;
        setTimeout(holdAgain, RETRY_AFTER).unref();
      },
    );
  }
  return {
    assertHeld(): void {
      if (lost) throw lost;
    },
    async leave(): Promise<void> {
      isOver = true;
      await holder.end();
    },
  };
}

/** Migrates on the connection that has the lock, since several servers may start at the same time. */
export async function migrateLocked(url: string, migrations: string): Promise<void> {
  const client = await connect(url, {
    application_name: "resolved-migrating",
    lock_timeout: MIGRATED_WITHIN,
  });
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATING]);
    await client.query("SET lock_timeout = 0");
    await migrate(
      {
        engine: "postgresql",
        run: (script) => client.query(script),
        rows: async <Row>(statement: string) => (await client.query(statement)).rows as Row[],
      },
      migrations,
    );
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    throw new UnusableDatabase(
      `Another server has been preparing the database ${nameOf(url)} for a minute. Wait for it, or end its connection (application_name "resolved-migrating"), and start again.`,
    );
  } finally {
    await client.end();
  }
}

/** A connection outside the pool, which may be idle for long and whose loss must not throw. */
async function connect(url: string, config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    ...KEEP_ALIVE,
    ...config,
  });
  client.on("error", () => undefined); // `end` follows
  await client.connect();
  await client.query(TCP_KEEPALIVE);
  return client;
}

/** The address without its password. */
export function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
