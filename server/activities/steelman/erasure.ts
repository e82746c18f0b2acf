import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Transaction } from "#server/store/database.ts";

/** [G2] Deletes what a seat wrote in `steelman`; what it answered stays. `written`: how many texts and reasons there were. */
export async function eraseSteelmanWords(
  transaction: Transaction,
  participantId: string,
): Promise<{ written: number; seats: string[] }> {
  const worded = { participantId, why: { not: null } };
  const rated = await transaction.steelmanRating.findMany({
    where: worded,
    select: { steelman: { select: { participantId: true } } },
  });
  const own = await transaction.steelman.findUnique({
    where: { participantId },
    select: { ratings: { select: { participantId: true } } },
  });
  await transaction.steelmanRating.updateMany({ where: worded, data: { why: null, whyHeld: false } });
  await transaction.steelman.deleteMany({ where: { participantId } });
  const seats = [
    ...rated.map(({ steelman }) => steelman.participantId),
    ...(own?.ratings ?? []).map((rating) => rating.participantId),
  ];
  return { written: rated.length + (own ? 1 : 0), seats };
}

/** [G3] Deletes a seat's ratings, so that others can be given these texts. Returns the seats to notify. */
export async function takeRatingsBack(transaction: Transaction, participantId: string): Promise<string[]> {
  const notified = await steelmanCounterparts(transaction, [participantId]);
  const ratings = await transaction.steelmanRating.findMany({
    where: { participantId },
    include: { participant: { select: { removedAt: true } } },
  });
  // [B4] Those of a removed seat are no longer counted.
  const counted = ratings.filter(({ participant }) => participant.removedAt === null);
  for (const { steelmanId, fair } of counted)
    await transaction.steelman.update({
      where: { id: steelmanId },
      data: { given: { decrement: 1 }, ...(fair !== null && { rated: { decrement: 1 } }) },
    });
  await transaction.steelmanRating.deleteMany({ where: { participantId } });
  return notified;
}

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
