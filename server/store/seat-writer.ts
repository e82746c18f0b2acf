import { accept, type Refusal, type Result, refuse } from "#debate/rules/result.ts";
import { unwatched } from "#server/platform/watch.ts";
import type { Client, Database, Transaction } from "#server/store/database.ts";
import { createGroupWriter, type Storing } from "#server/store/group-writer.ts";
import { type SessionRecord, toSession } from "#server/store/session-rows.ts";

type OfSeat = { sessionId: string; participantId: string };

/** How one thing of each seat is stored, of which the newest counts. */
type Keeping<Given> = {
  /** Why the session does not take it now; null if it does. */
  whyNot(session: SessionRecord, given: Given): Refusal | null;
  /** Replaces what these seats have. There is one of each seat. */
  replace(transaction: Transaction, newest: Given[]): Promise<void>;
};

/**
 * Stores such a thing. A whole class sends it within the same minutes, so those that arrive together share a transaction. The
 * session's version stays.
 */
export function createSeatWriter<Given extends OfSeat>(
  { reader, write }: Database,
  { whyNot, replace }: Keeping<Given>,
): (given: Given) => Promise<Result<void>> {
  const storing: Storing<Given, Result<void>> = {
    store: (all) =>
      write(async (transaction) => {
        const reasonOf = await reasons(transaction, all);
        const stored = all.filter((given) => reasonOf(given) === null);
        await replace(transaction, [
          ...new Map(stored.map((given) => [given.participantId, given])).values(),
        ]);
        return all.filter((given) => !stored.includes(given));
      }, all[0]?.sessionId),
    stored: () => accept(undefined),
    explain: (all) => reasons(reader, all),
    busy: () => refuse("busy"),
  };

  /** Why these, all about one session, are not stored; null if they are. */
  async function reasons(
    database: Pick<Client | Transaction, "session" | "participant">,
    all: Given[],
  ): Promise<(given: Given) => Result<void> | null> {
    const sessionId = all[0]?.sessionId ?? "";
    const row = await database.session.findUnique({ where: { id: sessionId } });
    const seats = await database.participant.findMany({
      where: { sessionId, id: { in: all.map(({ participantId }) => participantId) } },
      select: { id: true, removedAt: true },
    });
    const session = row && toSession(row);
    const removed = new Map(seats.map(({ id, removedAt }) => [id, removedAt !== null]));
    return (given) => {
      const isRemoved = removed.get(given.participantId);
      if (!session || isRemoved === undefined) return refuse("not-found");
      const reason = isRemoved ? "removed" : whyNot(session, given);
      return reason && refuse(reason);
    };
  }

  return createGroupWriter(storing, ({ sessionId }) => sessionId, unwatched());
}

/** The seats of what replaces theirs, to delete that first. */
export function theirs(newest: readonly OfSeat[]) {
  return { where: { participantId: { in: newest.map(({ participantId }) => participantId) } } };
}
