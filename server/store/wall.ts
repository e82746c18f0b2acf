import type { OnWall } from "#debate/rules/snapshot.ts";
import type { Transaction } from "#server/store/database.ts";

/**
 * [R6] Takes a rebuttal that is no longer published off the wall, so that publishing it again doesn't put it back
 * there.
 */
export async function clearWall(transaction: Transaction, sessionId: string): Promise<void> {
  const { spotlight } = await transaction.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { spotlight: true },
  });
  const onWall = toOnWall(spotlight);
  if (onWall && !(await isShowable(transaction, sessionId, onWall)))
    await transaction.session.update({ where: { id: sessionId }, data: { spotlight: null } });
}

export async function isShowable(
  transaction: Transaction,
  sessionId: string,
  onWall: OnWall,
): Promise<boolean> {
  if (onWall === "blank") return true;
  const where = { id: onWall.rebuttalId, sessionId, status: "published" };
  return (await transaction.rebuttal.count({ where })) > 0;
}

// The column contains a rebuttal's id or `blank`, which is never an id.
export function wallColumn(onWall: OnWall | null): string | null {
  return onWall === null || onWall === "blank" ? onWall : onWall.rebuttalId;
}

export function toOnWall(column: string | null): OnWall | null {
  return column === null || column === "blank" ? column : { rebuttalId: column };
}
