import type { Database, Transaction } from "#server/store/database.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** What an activity stores. `database` and `transaction` are all that it reaches of the store. */
export type ActivityRows = {
  /** Its tables, by the names that its use cases find in the store. */
  tables: (database: Database) => object;
  /** What is counted for a room while the activity is open; not for phones. */
  count?: (database: Database, session: SessionRecord) => Promise<object>;
  /** [G2] Deletes what a seat wrote. `seats`: of others whose own state changed with it. */
  erase?: (transaction: Transaction, participantId: string) => Promise<Erased>;
  /** [Z17] Deletes what a seat has here, whose votes stay under a number. */
  unlink?: (transaction: Transaction, participantId: string) => Promise<unknown>;
};

export type Erased = { written: number; seats: string[] };
