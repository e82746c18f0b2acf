import type { Transaction } from "#server/store/database.ts";

/** A rebuttal as someone read it. `edition`: when its words were last changed, 0 for never; undefined if unknown. */
export type Read = { id: string; edition?: number | undefined };

/** `editions`: of these ids, in their order. */
export function readOf(ids: readonly string[], editions: readonly (number | undefined)[] = []): Read[] {
  return ids.map((id, place) => ({ id, edition: editions[place] }));
}

/** [R21] Whether one of these was edited since. Deleted ones were not. */
export async function wereChanged(
  transaction: Transaction,
  sessionId: string,
  read: readonly Read[],
): Promise<boolean> {
  const editions = new Map(read.map(({ id, edition }) => [id, edition]));
  const ids = [...editions].flatMap(([id, edition]) => (edition === undefined ? [] : [id]));
  if (ids.length === 0) return false;
  const where = { id: { in: ids }, sessionId };
  const now = await transaction.rebuttal.findMany({ where, select: { id: true, editedAt: true } });
  return now.some(({ id, editedAt }) => editions.get(id) !== Number(editedAt ?? 0));
}
