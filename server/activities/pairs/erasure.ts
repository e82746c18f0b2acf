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

/** Who sits with these seats, and sees that they go. */
export async function partnersOf(transaction: Transaction, seats: string[]): Promise<string[]> {
  const left = await transaction.pairSeat.findMany({ where: { participantId: { in: seats } } });
  const groups = left.flatMap(({ groupId }) => groupId ?? []);
  if (groups.length === 0) return [];
  const all = await transaction.pairSeat.findMany({
    where: { groupId: { in: groups }, participantId: { notIn: seats } },
    select: { participantId: true },
  });
  return all.map((partner) => partner.participantId);
}
