import type { Debate } from "#debate/content/debate.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** What an activity stores; `database` and `transaction` are its only access to the store. */
export type ActivityRows = {
  /** Merged into the store under these names. */
  tables: (database: Database) => object;
  /** Counts for host and projector while the activity is open. */
  count?: (database: Database, session: SessionRecord) => Promise<object>;
  /** Counts in any phase of a session with the activity. */
  countAlways?: (database: Database, session: SessionRecord) => Promise<object>;
  /** Rows that the results count. */
  forResults?: (database: Database, session: SessionRecord) => Promise<object>;
  /** What phones are sent while the activity is open, without a query. */
  onPhones?: (session: SessionRecord) => object;
  /** [G2] Deletes what a seat wrote. Returns the other seats whose own state changed. */
  erase?: (transaction: Transaction, participantId: string) => Promise<Erased>;
  /** Called when seats are removed or deleted. Returns the other seats whose own state changed. */
  leaves?: (transaction: Transaction, leaving: Leaving) => Promise<string[]>;
  /** Called when removed seats are restored. Returns the other seats whose own state changed. */
  returns?: (transaction: Transaction, seats: string[]) => Promise<string[]>;
  /** [Q10] The other seats whose own state has the name of one of these. */
  sees?: (transaction: Transaction, seats: string[]) => Promise<string[]>;
  /** [R16] Hides what seats wrote. Returns how much, and the seats whose own state changed. */
  hides?: (transaction: Transaction, deciding: Deciding, participantIds: string[]) => Promise<Hidden>;
  /** Called when a session with the activity is opened. `seed`: drawn for it. */
  opens?: (
    transaction: Transaction,
    session: SessionRecord,
    debate: Debate,
    seed: string,
  ) => Promise<unknown>;
  /** Called when the session moves to another phase. */
  moves?: (
    transaction: Transaction,
    session: SessionRecord,
    to: { phase: Phase; at: number },
  ) => Promise<Moved>;
  /** The host deletes a seat: counts that were shown stay, under a number that stands for the seat. */
  keepCounts?: (transaction: Transaction, participantId: string, number: string) => Promise<unknown>;
  /** [Z17] Deletes a seat's rows when only its votes stay, under a number. */
  unlink?: (transaction: Transaction, participantId: string) => Promise<unknown>;
};

export type Leaving = { sessionId: string; seats: string[]; at: number; isDeleted: boolean };
/** `seats`: whose own state changed; `columns`: changes of the session's row. */
export type Moved = { seats?: string[]; columns?: Prisma.SessionUpdateInput };

/** `hidden`: as `hidden` of its `messages.ts`, without zeros. */
export type Hidden = { hidden: object; notified: string[] };
export type Erased = { written: number; seats: string[] };
