import type { Hidden } from "#server/activities/activity-rows.ts";
import type { Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import { recordAll } from "#server/store/sessions/events.ts";

const NOTHING: Hidden = { hidden: {}, told: [] };

/** [R16] [P20] Hides the best arguments of some seats, with a line of the log for each. `told`: their writers and raters. */
export async function hideSteelmenOf(
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
  const told = texts.flatMap(({ participantId, ratings }) => [
    participantId,
    ...ratings.map((rating) => rating.participantId),
  ]);
  return { hidden: { steelmen: texts.length }, told };
}
