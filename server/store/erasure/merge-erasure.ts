import type { Transaction } from "#server/store/database.ts";
import { mayMergeNow } from "#server/store/moderation/merges.ts";

/**
 * [R33] Call before deleting rebuttals of an anonymous class that has seen its camps. Endorsements by authors of merged rebuttals did
 * not count for the head [K4]; if they counted from now on, they would reveal how these authors voted.
 */
export async function dropUncounted(
  transaction: Transaction,
  sessionId: string,
  ids: string[],
): Promise<void> {
  if (await mayMergeNow(transaction, sessionId)) return;
  const rows = await transaction.rebuttal.findMany({
    where: { sessionId, mergedInto: { not: null } },
    select: { id: true, mergedInto: true },
  });
  const links = rows.map(({ id, mergedInto }) => [id, mergedInto ?? id] as const);
  const together = new Set(ids);
  // One more time than any of them is away from these.
  for (let before = 0; before < together.size; ) {
    before = together.size;
    for (const [one, other] of links)
      if (together.has(one) || together.has(other)) together.add(one).add(other);
  }
  if (together.size === ids.length) return;
  const written = { id: { in: [...together] } };
  const authors = await transaction.rebuttal.findMany({ where: written, select: { participantId: true } });
  const participantId = { in: authors.map((author) => author.participantId) };
  const about = { where: { participantId, rebuttalId: written.id } };
  await transaction.endorsement.deleteMany(about);
  await transaction.exposure.deleteMany(about);
}
