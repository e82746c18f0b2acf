import { namesPartners } from "#debate/activities/pairs/rules.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { waitingRequests } from "#server/activities/pairs/request-rows.ts";
import type { Database } from "#server/store/database.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** Counts the tables of a class in pairs. `alone`: how many have no one. `held`: the tables with a line that waits. `missing`: who can't find whom. */
export async function countPairs(
  { rows }: Pick<Database, "rows">,
  { id, settings, ofActivities: { pairing } }: Pick<SessionRecord, "id" | "settings" | "ofActivities">,
) {
  const sizes = await rows<{ size: bigint | number }>(Prisma.sql`
    SELECT COUNT(*) AS "size" FROM "pair_seat"
    WHERE "sessionId" = ${id} AND "groupId" IS NOT NULL GROUP BY "groupId"`);
  const held = await rows<{ tableNumber: number }>(Prisma.sql`
    SELECT DISTINCT "tableNumber" FROM "pair_line"
    JOIN "pair_seat" ON "pair_seat"."groupId" = "pair_line"."groupId"
    WHERE "pair_line"."sessionId" = ${id} AND "status" = 'pending' ORDER BY "tableNumber"`);
  const missing = await waitingRequests({ rows }, id);
  return {
    ...pairing,
    namesPartners: namesPartners(settings),
    tables: sizes.filter(({ size }) => Number(size) > 1).length,
    alone: sizes.filter(({ size }) => Number(size) === 1).length,
    held: held.map(({ tableNumber }) => tableNumber),
    missing: missing.map(({ tableNumber: table, ...ids }) => ({ table, ...ids })),
  };
}
