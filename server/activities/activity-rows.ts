import type { Phase } from "#debate/rules/phase-order.ts";
import type { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** What an activity stores. `database` and `transaction` are all that it reaches of the store. */
export type ActivityRows = {
  /** Its tables, by the names that its use cases find in the store. */
  tables: (database: Database) => object;
  /** What is counted for a room while the activity is open; not for phones. */
  count?: (database: Database, session: SessionRecord) => Promise<object>;
  /** The same in any phase of a session with the activity. */
  countAlways?: (database: Database, session: SessionRecord) => Promise<object>;
  /** What it has stored that is counted in the results. */
  forResults?: (database: Database, session: SessionRecord) => Promise<object>;
  /** What phones are told of the room while the activity is open; nothing is counted for them. */
  onPhones?: (session: SessionRecord) => object;
  /** [G2] Deletes what a seat wrote. `seats`: of others whose own state changed with it. */
  erase?: (transaction: Transaction, participantId: string) => Promise<Erased>;
  /** Seats lose their place: the host removed them, or they are deleted. Answers others whose own state changed. */
  leaves?: (transaction: Transaction, leaving: Leaving) => Promise<string[]>;
  /** Removed seats have their place again. Answers others whose own state changed. */
  returns?: (transaction: Transaction, seats: string[]) => Promise<string[]>;
  /** [R16] Someone who leads hides what seats wrote; what is hidden here is counted, and `told` is whose own state changed. */
  hides?: (transaction: Transaction, deciding: Deciding, participantIds: string[]) => Promise<Hidden>;
  /** The session moves to another phase. */
  moves?: (
    transaction: Transaction,
    session: SessionRecord,
    to: { phase: Phase; at: number },
  ) => Promise<Moved>;
  /** The host deletes a seat: gives what was told of it in counts to a removed number, so that they stay. */
  keepCounts?: (transaction: Transaction, participantId: string, number: string) => Promise<unknown>;
  /** [Z17] Deletes what a seat has here, whose votes stay under a number. */
  unlink?: (transaction: Transaction, participantId: string) => Promise<unknown>;
};

export type Leaving = { sessionId: string; seats: string[]; at: number; isDeleted: boolean };
/** `seats`: whose own state changed; `columns`: what changes of the session, too. */
export type Moved = { seats?: string[]; columns?: Prisma.SessionUpdateInput };

/** `hidden`: as `hidden` of its `messages.ts`, without zeros. */
export type Hidden = { hidden: object; told: string[] };
export type Erased = { written: number; seats: string[] };
