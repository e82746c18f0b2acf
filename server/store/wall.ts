import type { OnWall } from "#debate/rules/snapshot.ts";
import { isWords } from "#debate/rules/views.ts";
import type { Transaction } from "#server/store/database.ts";
import type { NewEvent } from "#server/store/events.ts";

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

/** Whether an actor may put it there now: [R6] a published rebuttal, [V18] and an assistant picked words only. */
export async function isShowable(
  transaction: Transaction,
  sessionId: string,
  onWall: OnWall,
  actor: NewEvent["actor"] = "host",
): Promise<boolean> {
  if (isWords(onWall) && actor !== "host")
    return (await transaction.pick.count({ where: { sessionId, reason: onWall.reason } })) > 0;
  if (typeof onWall === "string" || !("rebuttalId" in onWall)) return true;
  const where = { id: onWall.rebuttalId, sessionId, status: "published" };
  return (await transaction.rebuttal.count({ where })) > 0;
}

// The column contains a rebuttal's id, a word, which is never an id, or JSON.
export function wallColumn(onWall: OnWall | null): string | null {
  if (onWall === null || typeof onWall === "string") return onWall;
  return "rebuttalId" in onWall ? onWall.rebuttalId : JSON.stringify(onWall);
}

export function toOnWall(column: string | null): OnWall | null {
  if (column === null || column === "blank" || column === "thanks" || column === "glossary") return column;
  return column.startsWith("{") ? (JSON.parse(column) as OnWall) : { rebuttalId: column };
}
