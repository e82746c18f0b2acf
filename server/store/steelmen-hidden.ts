import type { Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/decisions.ts";
import { recordAll } from "#server/store/events.ts";

/** [R16] [P20] Hides the best arguments of some seats, with a line of the log for each. `told`: their writers and raters. */
export async function hideSteelmenOf(
  transaction: Transaction,
  deciding: Deciding,
  participantIds: string[],
): Promise<{ steelmen: number; told: string[] }> {
  const where = {
    sessionId: deciding.sessionId,
    participantId: { in: participantIds },
    status: { not: "hidden" },
  };
  const texts = await transaction.steelman.findMany({
    where,
    select: { participantId: true, ratings: { select: { participantId: true } } },
  });
  if (texts.length === 0) return { steelmen: 0, told: [] };
  await transaction.steelman.updateMany({ where, data: { status: "hidden" } });
  await recordAll(
    transaction,
    texts.map(() => ({ ...deciding, kind: "steelman-hidden" })),
  );
  const told = texts.flatMap(({ participantId, ratings }) => [
    participantId,
    ...ratings.map((rating) => rating.participantId),
  ]);
  return { steelmen: texts.length, told };
}
