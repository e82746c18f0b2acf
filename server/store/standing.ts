import { hasOpenActivity, hasQuietActivity } from "#debate/activities/open.ts";
import { Prisma, type Session as SessionRow } from "#prisma/generated/sqlite/client.ts";
import { readTogether } from "#server/store/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { readSession, type SessionRecord } from "#server/store/session-rows.ts";

/** A seat as who lets it in must know it, and its session. */
export type Standing = { removed: boolean; session: SessionRecord };
type SeatRow = { id: string; sessionId: string; removed: boolean | number };

/** Whether there may be something of an activity that phones are sent, which does not raise the version. */
export const hasQuiet = (session: SessionRecord): boolean => hasQuietActivity(session);

/** Whether a seat may have stored something else of its own without raising the version, too: something of an activity. */
export function hasOwnQuiet(session: SessionRecord): boolean {
  return hasQuiet(session) || hasOpenActivity(session);
}

/** Reads a seat with its session, which seats that are read together share; null if there is no such seat. */
export const readStanding = (database: Pick<Database, "rows">) =>
  readTogether(async (ids) => {
    const these = Prisma.sql`"id" IN (${Prisma.join(ids)})`;
    // Sessions first: what is read after a session may be newer, never older.
    const found = await database.rows<SessionRow>(Prisma.sql`
      SELECT * FROM "session" WHERE "id" IN (SELECT "sessionId" FROM "participant" WHERE ${these})`);
    const sessions = new Map(found.map((row) => [row.id, readSession(row)]));
    const seats = await database.rows<SeatRow>(Prisma.sql`
      SELECT "id", "sessionId", "removedAt" IS NOT NULL AS "removed" FROM "participant" WHERE ${these}`);
    const standing = new Map<string, Standing | Error>();
    for (const { id, sessionId, removed } of seats) {
      const session = sessions.get(sessionId);
      if (session instanceof Error) standing.set(id, session);
      else if (session) standing.set(id, { removed: Boolean(removed), session });
    }
    return standing;
  });
