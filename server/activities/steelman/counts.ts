import type { SteelmanCounts } from "#debate/activities/steelman/rules.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "#server/store/database.ts";

/** Counts what host and assistant see of best arguments while the class writes. */
export async function countSteelmen(
  { rows }: Pick<Database, "rows">,
  sessionId: string,
): Promise<SteelmanCounts> {
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
export async function recountRaters(transaction: Transaction, raters: string[]): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "steelman" SET ("given", "rated") = (
      SELECT COUNT(*), COUNT("fair") FROM "steelman_rating"
      JOIN "participant" ON "participant"."id" = "steelman_rating"."participantId"
      WHERE "steelmanId" = "steelman"."id" AND "removedAt" IS NULL)
    WHERE "id" IN (SELECT "steelmanId" FROM "steelman_rating" WHERE "participantId" IN (${Prisma.join(raters)}))`;
}
