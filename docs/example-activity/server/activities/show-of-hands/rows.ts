import { isOpen } from "#debate/activities/open.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { ActivityRows } from "#server/activities/activity-rows.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { createSeatWriter, theirs } from "#server/store/seats/seat-writer.ts";

type Raised = { sessionId: string; participantId: string; up: boolean };

/** A row for each hand that is up; its seat takes it along when it is deleted. */
function handTable(database: Database) {
  return {
    raise: createSeatWriter<Raised>(database, {
      whyNot: (session) => (isOpen("showOfHands", session) ? null : "wrong-phase"),
      async replace(transaction, newest) {
        await transaction.hand.deleteMany(theirs(newest));
        const raised = newest.filter(({ up }) => up);
        await transaction.hand.createMany({ data: raised.map(({ participantId }) => ({ participantId })) });
      },
    }),
    /** Whether a seat's is up. Phones that reconnect at once share one query. */
    of: batchedRead(async (ids) => {
      const found = await database.rows<{ participantId: string }>(
        Prisma.sql`SELECT "participantId" FROM "hand" WHERE "participantId" IN (${Prisma.join(ids)})`,
      );
      return new Map(found.map(({ participantId }) => [participantId, true]));
    }),
  };
}

const handsIn = ({ reader }: Database, sessionId: string) =>
  reader.hand.count({ where: { participant: { sessionId, removedAt: null } } });

export const showOfHandsRows = {
  tables: (database) => ({ hands: handTable(database) }),
  count: async (database, { id }) => ({ hands: await handsIn(database, id) }),
  forResults: async (database, { id }) => ({ handsUp: await handsIn(database, id) }),
  unlink: (transaction, participantId) => transaction.hand.deleteMany({ where: { participantId } }),
} as const satisfies ActivityRows;
