import { Prisma, type Session as SessionRow } from "#prisma/generated/sqlite/client.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { readSession, type SessionRecord } from "#server/store/sessions/session-rows.ts";

/** What decides whether a seat may come in. */
export type SeatAccess = { removed: boolean; session: SessionRecord };
type SeatRow = { id: string; sessionId: string; removed: boolean | number };

/** Reads a seat with its session, which seats that are read together share; null if there is no such seat. */
export const readSeatAccess = (database: Pick<Database, "rows">) =>
  batchedRead(async (ids) => {
    const these = Prisma.sql`"id" IN (${Prisma.join(ids)})`;
    // Sessions first: rows read later may be newer than their session, never older.
    const found = await database.rows<SessionRow>(Prisma.sql`
      SELECT * FROM "session" WHERE "id" IN (SELECT "sessionId" FROM "participant" WHERE ${these})`);
    const sessions = new Map(found.map((row) => [row.id, readSession(row)]));
    const seats = await database.rows<SeatRow>(Prisma.sql`
      SELECT "id", "sessionId", "removedAt" IS NOT NULL AS "removed" FROM "participant" WHERE ${these}`);
    const access = new Map<string, SeatAccess | Error>();
    for (const { id, sessionId, removed } of seats) {
      const session = sessions.get(sessionId);
      if (session instanceof Error) access.set(id, session);
      else if (session) access.set(id, { removed: Boolean(removed), session });
    }
    return access;
  });
