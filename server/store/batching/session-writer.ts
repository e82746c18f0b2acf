import type { Result } from "#debate/rules/result.ts";
import { noWriteMetrics } from "#server/platform/write-metrics.ts";
import { createDecidingWriter } from "#server/store/batching/group-writer.ts";
import type { Database, Transaction } from "#server/store/database.ts";

/** [R18] In milliseconds. */
const WAIT = 20;

/** Stores a session's items that arrive together in one transaction, inside which `decide` checks the rules. */
export function sessionWriter<Item extends { sessionId: string }, Value>(
  { write }: Pick<Database, "write">,
  decide: (transaction: Transaction, items: Item[]) => Promise<Result<Value>[]>,
): (item: Item) => Promise<Result<Value>> {
  return createDecidingWriter<Item, Value>(
    (items) => write((transaction) => decide(transaction, items), items[0]?.sessionId),
    ({ sessionId }) => sessionId,
    noWriteMetrics(),
    { wait: WAIT },
  );
}
