import type { MissingPartner } from "#debate/rules/pairs.ts";
import type { Phase } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database } from "#server/store/database.ts";
import { waitingRequests } from "#server/store/pair-request-rows.ts";

/** `alone`: how many have no one. `held`: the tables with a line that waits. `missing`: who can't find whom. */
export type PairCounts = {
  tables: number;
  alone: number;
  held: number[];
  missing: Required<MissingPartner>[];
};

/** Counts the tables of a class in pairs; null in any other phase. */
export async function countPairs(
  { rows }: Pick<Database, "rows">,
  { id, phase, settings }: { id: string; phase: Phase; settings: Pick<Settings, "activities"> },
): Promise<PairCounts | null> {
  if (phase !== "pairs" || !settings.activities.pairs) return null;
  const sizes = await rows<{ size: bigint | number }>(Prisma.sql`
    SELECT COUNT(*) AS "size" FROM "pair_seat"
    WHERE "sessionId" = ${id} AND "groupId" IS NOT NULL GROUP BY "groupId"`);
  const held = await rows<{ tableNumber: number }>(Prisma.sql`
    SELECT DISTINCT "tableNumber" FROM "pair_line"
    JOIN "pair_seat" ON "pair_seat"."groupId" = "pair_line"."groupId"
    WHERE "pair_line"."sessionId" = ${id} AND "status" = 'pending' ORDER BY "tableNumber"`);
  const missing = await waitingRequests({ rows }, id);
  return {
    tables: sizes.filter(({ size }) => Number(size) > 1).length,
    alone: sizes.filter(({ size }) => Number(size) === 1).length,
    held: held.map(({ tableNumber }) => tableNumber),
    missing: missing.map(({ tableNumber: table, ...ids }) => ({ table, ...ids })),
  };
}
