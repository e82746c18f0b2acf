import type { BallotIntent } from "#debate/rules/ballots.ts";
import type { PrismaClient } from "#prisma/generated/sqlite/client.ts";
import type { Order } from "#server/store/queue.ts";

/** The two clients differ in nothing that we use. */
export type Client = PrismaClient;
/** What a job works with: all its statements are stored together or not at all. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** A ballot on its way to the database. */
export type Cast = {
  participantId: string;
  sessionId: string;
  /** The device that speaks, if it speaks through a socket. */
  socketId?: string | undefined;
  ballot: BallotIntent;
  at: number;
};

/** A seat to be taken, at a time in milliseconds since the epoch. */
export type Seating = {
  id: string;
  sessionId: string;
  /** What the session's identity promise lets others see; in anonymous sessions a number without meaning. */
  name: string;
  realName: string | null;
  /** [J10] What reopens the seat, as a keyed hash; null where only its ticket does. */
  claimHash: string | null;
  at: number;
};

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
   * Stores the ballots of one lane that fit, as one change of their sessions. Resolves with those left out once the
   * others are on disk.
   */
  storeBallots(casts: Cast[]): Promise<Cast[]>;
  /** The same for seats. Leaves out seats of sessions closed to joining, and names that are taken. */
  storeSeats(seats: Seating[]): Promise<Seating[]>;
  /** What is stored together: the items of one lane, or everything where there are none. */
  groupKeyOf: ((item: { sessionId: string }) => string) | null;
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
