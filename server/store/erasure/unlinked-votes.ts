import type { Phase } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import { keepCounts, unlinkActivities } from "#server/activities/rows.ts";
import type { Transaction } from "#server/store/database.ts";

/** [Z17] Whether the class has seen counts with the votes of a seat that is deleted now. */
export async function votesArePublic(transaction: Transaction, sessionId: string): Promise<boolean> {
  const { phase } = await transaction.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { phase: true },
  });
  return resultsPublic(phase as Phase);
}

/**
 * Moves a seat's rows that activities count to a removed number: the host has seen the counts, and would learn from the difference
 * what the seat had said. Everything else is deleted after that.
 */
export async function unlinkCounts(
  transaction: Transaction,
  { id, sessionId }: { id: string; sessionId: string },
  number: string,
): Promise<void> {
  await transaction.participant.create({
    data: { id: number, sessionId, name: number, joinedAt: 0n, removedAt: 0n },
  });
  await keepCounts(transaction, id, number);
}

/**
 * [Z17] Renames a seat to a number that no ticket, code or claim opens, and deletes its words and everything that identifies it. Its
 * rebuttals were deleted before. Every relation follows by ON UPDATE CASCADE.
 */
export async function unlinkVotes(transaction: Transaction, id: string, number: string): Promise<void> {
  const where = { participantId: id };
  await transaction.report.deleteMany({ where });
  await unlinkActivities(transaction, id);
  await transaction.ballot.updateMany({ where, data: { reason: null, creditWhy: null, castAt: 0n } });
  await transaction.participant.update({
    where: { id },
    data: {
      ...{ id: number, name: number, nameKey: null, claimHash: null },
      ...{ joinedAt: 0n, wordsDeletedAt: null, withdrawn: 0 },
    },
  });
}
