import { accept, type Refusal, type Result, refuse } from "#debate/rules/result.ts";
import { sessionWriter } from "#server/store/batching/session-writer.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { type SessionRecord, toSession } from "#server/store/sessions/session-rows.ts";

type OfSeat = { sessionId: string; participantId: string };

/** How to store something of which each seat has one, the newest. */
type Keeping<Given> = {
  /** Why the session does not take it now; null if it does. */
  whyNot(session: SessionRecord, given: Given): Refusal | null;
  /** Replaces what these seats have. There is one of each seat. */
  replace(transaction: Transaction, newest: Given[]): Promise<void>;
};

/**
 * A whole class sends it within the same minutes, so items that arrive together share a transaction. The session's version stays.
 */
export function createSeatWriter<Given extends OfSeat>(
  database: Pick<Database, "write">,
  { whyNot, replace }: Keeping<Given>,
): (given: Given) => Promise<Result<void>> {
  return sessionWriter(database, async (transaction, all) => {
    const sessionId = all[0]?.sessionId ?? "";
    const row = await transaction.session.findUnique({ where: { id: sessionId } });
    const seats = await transaction.participant.findMany({
      where: { sessionId, id: { in: all.map(({ participantId }) => participantId) } },
      select: { id: true, removedAt: true },
    });
    const session = row && toSession(row);
    const removed = new Map(seats.map(({ id, removedAt }) => [id, removedAt !== null]));
    const newest = new Map<string, Given>();
    const decided = all.map((given): Result<void> => {
      const isRemoved = removed.get(given.participantId);
      if (!session || isRemoved === undefined) return refuse("not-found");
      const reason = isRemoved ? "removed" : whyNot(session, given);
      if (reason) return refuse(reason);
      newest.set(given.participantId, given);
      return accept(undefined);
    });
    await replace(transaction, [...newest.values()]);
    return decided;
  });
}

/** Matches the rows of these seats, to delete them before they are replaced. */
export function theirs(newest: readonly OfSeat[]) {
  return { where: { participantId: { in: newest.map(({ participantId }) => participantId) } } };
}
