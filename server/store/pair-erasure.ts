import type { Transaction } from "#server/store/database.ts";

/** [G2] Deletes what a seat wrote to its partners. `seats`: who reads these tables. */
export async function erasePairLines(
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

/** Who sits with a seat, and sees that it goes. */
export async function partnersOf(transaction: Transaction, participantId: string): Promise<string[]> {
  const own = await transaction.pairSeat.findUnique({ where: { participantId } });
  if (!own || own.groupId === null) return [];
  const all = await transaction.pairSeat.findMany({
    where: { groupId: own.groupId, participantId: { not: participantId } },
    select: { participantId: true },
  });
  return all.map((partner) => partner.participantId);
}
