import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database } from "#server/store/database.ts";

/** Between ids, which hold none. */
const SPACE = " ";

/** Read as one text, because thousands of rows cost more than the query. */
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
