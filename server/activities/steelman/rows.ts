import type { SteelmanCounts } from "#debate/activities/steelman/rules.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { ActivityRows, Hidden } from "#server/activities/activity-rows.ts";
import {
  eraseSteelmanWords,
  steelmanCounterparts,
  takeRatingsBack,
} from "#server/activities/steelman/erasure.ts";
import { steelmanTable, steelmenPeople } from "#server/activities/steelman/table.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import { recordAll } from "#server/store/sessions/events.ts";

/** [B4] Hides, or shows again, the texts and ratings of removed or restored seats. */
async function seatsChanged(transaction: Transaction, seats: string[]): Promise<string[]> {
  await recountRaters(transaction, seats);
  return steelmanCounterparts(transaction, seats);
}

export const steelmanRows = {
  tables: (database) => ({ steelmen: steelmanTable(database) }),
  count: async (database, { id }) => ({ steelman: await countSteelmen(database, id) }),
  erase: eraseSteelmanWords,
  async leaves(transaction, { seats, isDeleted }) {
    if (!isDeleted) return seatsChanged(transaction, seats);
    const notified: string[] = [];
    for (const seat of seats) notified.push(...(await takeRatingsBack(transaction, seat)));
    return notified;
  },
  returns: seatsChanged,
  hides: hideSteelmenOf,
  /** Phones show these texts from this phase on. */
  async moves(transaction, { id }, { phase }) {
    return phase === "steelman" ? { seats: await steelmenPeople(transaction, id) } : {};
  },
} as const satisfies ActivityRows;

async function countSteelmen({ rows }: Pick<Database, "rows">, sessionId: string): Promise<SteelmanCounts> {
  const [found] = await rows<Record<keyof SteelmanCounts, bigint | number | null>>(Prisma.sql`
    SELECT COUNT(*) AS "written", SUM("rated") AS "rated",
      SUM(CASE WHEN "status" = 'pending' THEN 1 ELSE 0 END) AS "waiting"
    FROM "steelman" JOIN "participant" ON "participant"."id" = "participantId"
    WHERE "steelman"."sessionId" = ${sessionId} AND "removedAt" IS NULL`);
  const number = (count: bigint | number | null | undefined) => Number(count ?? 0);
  return {
    written: number(found?.written),
    rated: number(found?.rated),
    waiting: number(found?.waiting),
  };
}

/** [P18] [B4] After some seats were removed or restored: counts the raters, without removed ones, of each text that these were given. */
async function recountRaters(transaction: Transaction, raters: string[]): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "steelman" SET ("given", "rated") = (
      SELECT COUNT(*), COUNT("fair") FROM "steelman_rating"
      JOIN "participant" ON "participant"."id" = "steelman_rating"."participantId"
      WHERE "steelmanId" = "steelman"."id" AND "removedAt" IS NULL)
    WHERE "id" IN (SELECT "steelmanId" FROM "steelman_rating" WHERE "participantId" IN (${Prisma.join(raters)}))`;
}

const NOTHING: Hidden = { hidden: {}, notified: [] };

/** [R16] [P20] Hides the best arguments of some seats, with a line of the log for each. `notified`: their writers and raters. */
async function hideSteelmenOf(
  transaction: Transaction,
  deciding: Deciding,
  participantIds: string[],
): Promise<Hidden> {
  // [P19] A text that an assistant hid with its writer's rebuttals would tell them how that person voted.
  if (deciding.actor !== "host") return NOTHING;
  const where = {
    sessionId: deciding.sessionId,
    participantId: { in: participantIds },
    status: { not: "hidden" },
  };
  const texts = await transaction.steelman.findMany({
    where,
    select: { participantId: true, ratings: { select: { participantId: true } } },
  });
  if (texts.length === 0) return NOTHING;
  await transaction.steelman.updateMany({ where, data: { status: "hidden" } });
  await recordAll(
    transaction,
    texts.map(() => ({ ...deciding, kind: "steelman-hidden" })),
  );
  const notified = texts.flatMap(({ participantId, ratings }) => [
    participantId,
    ...ratings.map((rating) => rating.participantId),
  ]);
  return { hidden: { steelmen: texts.length }, notified };
}
