import type { Result } from "#debate/rules/result.ts";
import { unwatched } from "#server/platform/watch.ts";
import { createDecidingWriter } from "#server/store/batching/group-writer.ts";
import type { Database, Transaction } from "#server/store/database.ts";

/** How long one waits at most for others of its session, in milliseconds. [R18] */
const WAIT = 20;

/** Stores what arrives together for a session in one transaction, inside which `decide` checks the rules. */
export function sessionWriter<Item extends { sessionId: string }, Value>(
  { write }: Pick<Database, "write">,
  decide: (transaction: Transaction, items: Item[]) => Promise<Result<Value>[]>,
): (item: Item) => Promise<Result<Value>> {
  return createDecidingWriter<Item, Value>(
    (items) => write((transaction) => decide(transaction, items), items[0]?.sessionId),
    ({ sessionId }) => sessionId,
    unwatched(),
    { wait: WAIT },
  );
}
