import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Transaction } from "#server/store/database.ts";

/** [P18] Who was given the texts of some seats, and who wrote the texts that these were given. */
export async function steelmanCounterparts(transaction: Transaction, seats: string[]): Promise<string[]> {
  const ids = Prisma.join(seats);
  const found = await transaction.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT "steelman"."participantId" AS "id" FROM "steelman_rating"
    JOIN "steelman" ON "steelman"."id" = "steelmanId" WHERE "steelman_rating"."participantId" IN (${ids}) UNION
    SELECT "steelman_rating"."participantId" FROM "steelman"
    JOIN "steelman_rating" ON "steelmanId" = "steelman"."id" WHERE "steelman"."participantId" IN (${ids})`);
  return found.map(({ id }) => id);
}
