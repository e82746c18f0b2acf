import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database } from "#server/store/database.ts";

/** Between ids, which hold none. */
const SPACE = " ";

/** The seats of a session, removed ones only if asked for. One text, because rows by the thousand cost more than the search for them. */
export async function seatIds(
  read: Database["rows"],
  sessionId: string,
  { withRemoved = false } = {},
): Promise<string[]> {
  const which = withRemoved ? Prisma.empty : Prisma.sql`AND "removedAt" IS NULL`;
  const [row] = await read<{ ids: string | null }>(Prisma.sql`
    SELECT string_agg("id", ${SPACE}) AS "ids" FROM "participant"
    WHERE "sessionId" = ${sessionId} ${which}`);
  return row?.ids?.split(SPACE) ?? [];
}
