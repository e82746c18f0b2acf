import { isOpen } from "#debate/activities/open.ts";
import { namesPartners } from "#debate/activities/pairs/rules.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { ActivityRows } from "#server/activities/activity-rows.ts";
import { endRequests, waitingRequests } from "#server/activities/pairs/request-rows.ts";
import { pairStore } from "#server/activities/pairs/table-rows.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

export const pairsRows = {
  tables: (database) => ({ pairs: pairStore(database) }),
  count: async (database, session) => ({ pairs: await countPairs(database, session) }),
  onPhones: ({ ofActivities: { pairing } }) => ({ pairs: { ...pairing } }),
  erase: erasePairLines,
  sees: partnersOf,
  leaves: async (transaction, { seats, isDeleted }) => (isDeleted ? partnersOf(transaction, seats) : []),
  moves: async (transaction, session) => {
    if (isOpen("pairs", session)) await endRequests(transaction, session.id);
    // [P25] Pairs stay together when the class comes back; the script starts again.
    const isScripted = session.ofActivities.pairing?.startedAt !== undefined;
    return isScripted ? { columns: { scriptAt: null } } : {};
  },
} as const satisfies ActivityRows;

/** `alone`: seats without a partner. `held`: tables with a line that waits for the host. `missing`: who can't find whom. */
async function countPairs(
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

/** [G2] Deletes a seat's lines. Returns everyone at their tables. */
async function erasePairLines(
  transaction: Transaction,
  participantId: string,
): Promise<{ written: number; seats: string[] }> {
  const lines = await transaction.pairLine.findMany({ where: { participantId }, select: { groupId: true } });
  if (lines.length === 0) return { written: 0, seats: [] };
  await transaction.pairLine.deleteMany({ where: { participantId } });
  const readers = await transaction.pairSeat.findMany({
    where: { groupId: { in: lines.map(({ groupId }) => groupId) } },
    select: { participantId: true },
  });
  return { written: lines.length, seats: readers.map((reader) => reader.participantId) };
}

async function partnersOf(transaction: Transaction, seats: string[]): Promise<string[]> {
  const left = await transaction.pairSeat.findMany({ where: { participantId: { in: seats } } });
  const groups = left.flatMap(({ groupId }) => groupId ?? []);
  if (groups.length === 0) return [];
  const all = await transaction.pairSeat.findMany({
    where: { groupId: { in: groups }, participantId: { notIn: seats } },
    select: { participantId: true },
  });
  return all.map((partner) => partner.participantId);
}
