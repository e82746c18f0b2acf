import path from "node:path";
import type { PrismaClient } from "#prisma/generated/sqlite/client.ts";
import type { Cast } from "#server/store/ballot-writer.ts";
import type { Seating } from "#server/store/participants.ts";
import { openPostgresql } from "#server/store/postgresql/open-postgresql.ts";
import type { Order } from "#server/store/queue.ts";
import { databaseFile, openSqlite } from "#server/store/sqlite/open-sqlite.ts";

/** The two clients differ in nothing that we use. */
export type Client = PrismaClient;
/** What a job works with: all its statements are stored together or not at all. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

export type Database = {
  engine: "sqlite" | "postgresql";
  /** Reads only what was committed. */
  reader: Client;
  /**
   * Runs a job wholly or not at all; resolves when it is on disk. Jobs for the same session run one after the other,
   * in the order in which they were asked for but for what goes `first`, and no ballot is stored for it meanwhile.
   */
  write<T>(job: (transaction: Transaction) => Promise<T>, sessionId?: string, order?: Order): Promise<T>;
  /**
   * Stores the ballots that fit, as one change of their sessions, and answers with the places of the others; on
   * disk when it resolves. All are of one lane.
   */
  storeBallots(casts: Cast[]): Promise<number[]>;
  /** The same for seats. Leaves out seats of sessions closed to joining, and names that are taken. */
  storeSeats(seats: Seating[]): Promise<number[]>;
  /** What is stored together: the items of one lane, or everything where there are none. */
  laneOf: ((item: { sessionId: string }) => string) | null;
  /** Resolves when the database answers, and after a failed write only when it can be written again. */
  ping(): Promise<void>;
  /** Tells the listener whenever writing has begun to fail, and whenever it works again. */
  watch(listener: (working: boolean) => void): void;
  /** The client that Better Auth works with. */
  queued: Client;
  /** Empties what the database keeps of deleted rows beside its tables, where that is for us to do. */
  scrub(): Promise<void>;
  /** Resolves when everything that was to be stored until now is stored, or has failed. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** For PostgreSQL: how many connections there may be, and whether other servers may use the database, too. */
type Options = { migrations: string; pool: number; shared: boolean };

/** Opens the database of an address, makes and migrates it where needed, and keeps out who may not share it. */
export function openDatabase(url: string, { migrations, pool, shared }: Options): Promise<Database> {
  return url.startsWith("file:")
    ? openSqlite(url, path.join(migrations, "sqlite"))
    : openPostgresql(url, { migrations: path.join(migrations, "postgresql"), pool, shared });
}

/** The folder for what is kept beside the database; a server's own where the database is elsewhere. */
export function folderBeside(url: string): string {
  return url.startsWith("file:") ? path.dirname(databaseFile(url)) : path.resolve("data");
}
