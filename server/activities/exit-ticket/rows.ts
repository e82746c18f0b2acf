import type { ExitLine, ExitTicket } from "#debate/activities/exit-ticket/rules.ts";
import { isOpen } from "#debate/activities/open.ts";
import { present } from "#debate/rules/present.ts";
import { Prisma, type ExitTicket as Row } from "#prisma/generated/sqlite/client.ts";
import type { ActivityRows } from "#server/activities/activity-rows.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { createSeatWriter, theirs } from "#server/store/seats/seat-writer.ts";

/** The lines as stored. */
type ExitLines = Pick<Row, ExitLine>;
type Written = { sessionId: string; participantId: string; ticket: ExitTicket };

/** [Y15] Exit tickets. */
function exitTicketTable(database: Database) {
  const { reader, write } = database;
  return {
    /** Stores a seat's ticket in place of an older one; one without a line deletes it. */
    write: createSeatWriter<Written>(database, {
      whyNot: (session) => (isOpen("exitTicket", session) ? null : "wrong-phase"),
      async replace(transaction, newest) {
        const select = { participantId: true, readMoved: true, readDoubt: true, readReading: true };
        const before = await transaction.exitTicket.findMany({ ...theirs(newest), select });
        const read = new Map(before.map((row) => [row.participantId, row]));
        await transaction.exitTicket.deleteMany(theirs(newest));
        await transaction.exitTicket.createMany({
          data: newest.flatMap(({ ticket, ...seat }) =>
            isEmpty(ticket) ? [] : [{ ...read.get(seat.participantId), ...seat, ...ticket }],
          ),
        });
      },
    }),

    /** A seat's own; null without one. */
    of: batchedRead(async (ids) => {
      const found = await database.rows<Row>(
        Prisma.sql`SELECT * FROM "exit_ticket" WHERE "participantId" IN (${Prisma.join(ids)})`,
      );
      return new Map(found.flatMap((row) => (exitTicketIn(row) ? [[row.participantId, linesOf(row)]] : [])));
    }),

    /** [Y19] A seat's own, and what the host of an anonymous session reads of it. */
    async ownAndRead(participantId: string) {
      const row = await reader.exitTicket.findUnique({ where: { participantId } });
      return { exit: exitTicketIn(row), exitRead: readTicketIn(row) };
    },

    /** [B4] Those of seats that were not removed. */
    async ofSession(sessionId: string): Promise<(ExitTicket & { participantId: string })[]> {
      const found = await database.rows<Row>(Prisma.sql`
        SELECT "exit_ticket".* FROM "exit_ticket"
        JOIN "participant" ON "participant"."id" = "exit_ticket"."participantId"
        WHERE "exit_ticket"."sessionId" = ${sessionId} AND "removedAt" IS NULL`);
      return found.map((row) => ({ participantId: row.participantId, ...linesOf(row) }));
    },

    /**
     * [Y19] What the host of an anonymous session reads. If so many tickets are new or changed since they were last read, all of
     * them are read as they are now; else each stays as it was.
     */
    async readAnonymously(sessionId: string, least: number): Promise<ExitTicket[]> {
      return write(async (transaction) => {
        await transaction.$executeRaw`
          UPDATE "exit_ticket" SET "readMoved" = "moved", "readDoubt" = "doubt", "readReading" = "reading"
          WHERE "sessionId" = ${sessionId} AND ${least} <= (
            SELECT COUNT(*) FROM "exit_ticket" "new" WHERE "new"."sessionId" = ${sessionId} AND (
              COALESCE("new"."moved", '') <> COALESCE("new"."readMoved", '')
              OR COALESCE("new"."doubt", '') <> COALESCE("new"."readDoubt", '')
              OR COALESCE("new"."reading", '') <> COALESCE("new"."readReading", '')))`;
        const rows = await transaction.exitTicket.findMany({ where: { sessionId } });
        return rows.flatMap((row) => readTicketIn(row) ?? []);
      }, sessionId);
    },
  };
}

/** Null if all lines are empty. */
function exitTicketIn(row: ExitLines | null): ExitTicket | null {
  const ticket = row && linesOf(row);
  return ticket && isEmpty(ticket) ? null : ticket;
}

/** [Y19] Its lines as the host of an anonymous session last read them; null if all are empty. */
function readTicketIn(row: Row | null): ExitTicket | null {
  return row && exitTicketIn({ moved: row.readMoved, doubt: row.readDoubt, reading: row.readReading });
}

function linesOf({ moved, doubt, reading }: ExitLines): ExitTicket {
  return present({ moved, doubt, reading });
}

const isEmpty = (ticket: ExitTicket) => Object.keys(ticket).length === 0;

export const exitTicketRows = {
  tables: (database) => ({ exitTickets: exitTicketTable(database) }),
  /** [Y16] They don't change the session's version. */
  count: async ({ reader }, { id }) => ({
    exitTickets: await reader.exitTicket.count({
      where: { sessionId: id, participant: { removedAt: null } },
    }),
  }),
  erase: async (transaction, participantId) => {
    const { count } = await transaction.exitTicket.deleteMany({ where: { participantId } });
    return { written: count, seats: [] };
  },
  unlink: (transaction, participantId) => transaction.exitTicket.deleteMany({ where: { participantId } }),
} as const satisfies ActivityRows;
