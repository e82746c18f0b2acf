import type { BallotIntent } from "#debate/rules/ballots.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Prisma, PrismaClient } from "#prisma/generated/sqlite/client.ts";
import type { Order } from "#server/store/batching/group-writer.ts";

/** The clients of both databases are the same in everything we use. */
export type Client = PrismaClient;
/** A transaction: all its statements are stored, or none. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** A ballot to be stored. */
export type Cast = {
  participantId: string;
  sessionId: string;
  /** The socket that sent it; undefined for a ballot sent by HTTP. */
  socketId?: string | undefined;
  ballot: BallotIntent;
  at: number;
};

/** A seat to be stored; `at` in milliseconds since the epoch. */
export type Seating = {
  id: string;
  sessionId: string;
  /** The name that the session's identity promise lets others see; in anonymous sessions a meaningless number. */
  name: string;
  realName: string | null;
  /** [J10] The keyed hash of the claim that reopens the seat; null if only its ticket does. */
  claimHash: string | null;
  /** [X9] The side that its reading opens on, if that was drawn. */
  firstSide?: Side | null;
  /** [Q7] The student of the session's class who takes it. */
  studentId?: string | null;
  at: number;
};

/** The file that a debate was imported from. */
export type SourceFile = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };
export type OwnedFile = SourceFile & { ownerId: string; debateId: string };

export type Database = {
  engine: "sqlite" | "postgresql";
  /** Reads committed rows only. */
  reader: Client;
  /**
   * Committed rows, unconverted: SQLite has numbers for booleans. For what every phone reads as it joins, as Prisma takes ten times
   * the CPU for a row.
   */
  rows<Row>(statement: Prisma.Sql): Promise<Row[]>;
  /** For statements that read much of the file, such as a search of all debates. */
  scan<Row>(statement: Prisma.Sql): Promise<Row[]>;
  /**
   * Runs a job in a transaction and resolves once it is on disk. Jobs for one session run one after the other, those
   * with the order `first` before the others, and no ballot is stored for the session meanwhile.
   */
  write<T>(job: (transaction: Transaction) => Promise<T>, sessionId?: string, order?: Order): Promise<T>;
  /**
   * Stores the ballots that fit, all of one `groupKeyOf`, as one change of their sessions. Resolves with those left
   * out once the others are on disk.
   */
  storeBallots(casts: Cast[]): Promise<Cast[]>;
  /** Leaves out seats of sessions closed to joining, and names that are taken. */
  storeSeats(seats: Seating[]): Promise<Seating[]>;
  /**
   * Files of up to 20 MB, for which Prisma would hold the event loop half a second [U8]. `store` replaces an earlier one in
   * the same statement, and is false if the debate is not its owner's.
   */
  files: {
    store(file: OwnedFile): Promise<boolean>;
    read(ownerId: string, debateId: string): Promise<SourceFile | null>;
  };
  /** Items with the same key are stored together; null if all are. */
  groupKeyOf: ((item: { sessionId: string }) => string) | null;
  /** Resolves when the database answers. After a failed write, resolves only when writing works again. */
  ping(): Promise<void>;
  /** Calls the listener when writing starts to fail and when it works again. */
  watch(listener: (working: boolean) => void): void;
  /** The client for Better Auth. */
  queued: Client;
  /** Removes traces of deleted rows from the journal, if the database does not do so itself. */
  scrub(): Promise<void>;
  /** Resolves when every write requested so far has been stored or has failed. */
  settled(): Promise<void>;
  close(): Promise<void>;
  /** [P43] The time, in milliseconds since the epoch, of the clock that all servers on the database share. */
  now(): number;
  /** How far this machine's clock is ahead of that one, in milliseconds; null if they are the same. */
  skew(): number | null;
  /** The free space on the database's disk, in bytes; null if it is another machine's. */
  freeSpace(): Promise<number | null>;
  /** [O42] When the newest backup was begun, in milliseconds since the epoch; 0 without one. */
  lastBackup(): Promise<number>;
};

/** The clock of the machine on which the server runs. */
export type MachineClock = {
  now(): number;
  /** Called when it differs too much from the database's; `ahead` in milliseconds. */
  onSkewed(ahead: number): void;
};
