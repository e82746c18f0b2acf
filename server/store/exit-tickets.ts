import { type EXIT_LINES, type ExitTicket, takesExitTickets } from "#debate/rules/exit-ticket.ts";
import { present } from "#debate/rules/present.ts";
import { Prisma, type ExitTicket as Row } from "#prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { createSeatWriter, theirs } from "#server/store/seat-writer.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** The lines as stored. */
export type ExitLines = Pick<Row, (typeof EXIT_LINES)[number]>;
type Written = { sessionId: string; participantId: string; ticket: ExitTicket };

/** [Y15] Exit tickets. */
export function exitTicketStore(database: Database) {
  const { write } = database;
  return {
    /** Stores a seat's ticket in place of an older one; one without a line deletes it. */
    write: createSeatWriter<Written>(database, {
      whyNot: (session) => (takesExitTickets(session) ? null : "wrong-phase"),
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
    async readTogether(sessionId: string, least: number): Promise<ExitTicket[]> {
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

/** [Y16] How many there are; null while none are written. They don't change the session's version. */
export async function countExitTickets(
  { reader }: Pick<Database, "reader">,
  session: SessionRecord,
): Promise<number | null> {
  if (!takesExitTickets(session)) return null;
  return reader.exitTicket.count({ where: { sessionId: session.id, participant: { removedAt: null } } });
}

/** [G2] Deletes a seat's ticket; answers whether there was one. */
export async function deleteExitTicket(transaction: Transaction, participantId: string): Promise<boolean> {
  return (await transaction.exitTicket.deleteMany({ where: { participantId } })).count > 0;
}

/** What a row says; null if that is nothing. */
export function exitTicketIn(row: ExitLines | null): ExitTicket | null {
  const ticket = row && linesOf(row);
  return ticket && isEmpty(ticket) ? null : ticket;
}

/** [Y19] What the host of an anonymous session reads of it; null if that is nothing. */
export function readTicketIn(row: Row | null): ExitTicket | null {
  return row && exitTicketIn({ moved: row.readMoved, doubt: row.readDoubt, reading: row.readReading });
}

function linesOf({ moved, doubt, reading }: ExitLines): ExitTicket {
  return present({ moved, doubt, reading });
}

const isEmpty = (ticket: ExitTicket) => Object.keys(ticket).length === 0;
