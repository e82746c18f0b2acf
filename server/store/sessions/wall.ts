import { headsOf } from "#debate/rules/merging.ts";
import type { OnWall } from "#debate/rules/snapshot.ts";
import { isRebuttal, isWords } from "#debate/rules/views.ts";
import type { Transaction } from "#server/store/database.ts";
import type { NewEvent } from "#server/store/sessions/events.ts";

/** Replies and merges, which the wall follows. */
type Linked = Parameters<typeof headsOf>[0][number];

/**
 * [R6] Takes rebuttals that are no longer published off the wall, so that publishing them again doesn't put them back
 * there, [R21] and the `edited` one, whose words the host has not seen. [R24] What `linked` ones were merged into takes their place.
 */
export async function clearWall(
  transaction: Transaction,
  sessionId: string,
  { edited, linked = [] }: { edited?: string; linked?: readonly Linked[] } = {},
): Promise<void> {
  const { wall } = await transaction.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { wall: true },
  });
  const isBlank = toOnWall(wall) === "blank";
  const onWall = isBlank ? underBlank(wall) : toOnWall(wall);
  const kept = onWall && (await stillShowable(transaction, sessionId, withHeads(onWall, linked), edited));
  const still = isBlank ? wallColumn("blank", kept) : wallColumn(kept);
  if (still !== wall) await transaction.session.update({ where: { id: sessionId }, data: { wall: still } });
}

/** [R24] Heads in the place of what was merged into them, [R23] without replies that stand elsewhere now. */
function withHeads(onWall: OnWall, linked: readonly Linked[]): OnWall {
  if (!isRebuttal(onWall) || linked.length === 0) return onWall;
  const heads = headsOf(linked);
  const headOf = (id: string) => heads.get(id) ?? id;
  const above = new Map(linked.map(({ id, replyTo }) => [id, replyTo ? headOf(replyTo) : null]));
  const rebuttalId = headOf(onWall.rebuttalId);
  const isUnderIt = (reply: string) => {
    const seen = new Set<string>();
    let id = above.get(reply);
    for (; id && id !== rebuttalId && !seen.has(id); id = above.get(id)) seen.add(id);
    return id === rebuttalId;
  };
  return { rebuttalId, replies: [...new Set(onWall.replies?.map(headOf))].filter(isUnderIt) };
}

async function stillShowable(
  transaction: Transaction,
  sessionId: string,
  onWall: OnWall,
  edited?: string,
): Promise<OnWall | null> {
  if (!isRebuttal(onWall)) return (await isShowable(transaction, sessionId, onWall)) ? onWall : null;
  const published = (await publishedAmong(transaction, sessionId, idsOf(onWall))).filter(
    (id) => id !== edited,
  );
  if (!published.includes(onWall.rebuttalId)) return null;
  const replies = onWall.replies?.filter((id) => published.includes(id)) ?? [];
  return { rebuttalId: onWall.rebuttalId, ...(replies.length > 0 && { replies }) };
}

const idsOf = ({ rebuttalId, replies = [] }: Extract<OnWall, { rebuttalId: string }>) => [
  rebuttalId,
  ...replies,
];

async function publishedAmong(transaction: Transaction, sessionId: string, ids: string[]): Promise<string[]> {
  const where = { id: { in: ids }, sessionId, status: "published" };
  const rows = await transaction.rebuttal.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
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
  if (!isRebuttal(onWall)) return true;
  const ids = idsOf(onWall);
  return (await publishedAmong(transaction, sessionId, ids)).length === ids.length;
}

const BLANK = "blank ";

// The column contains a rebuttal's id, a keyword or JSON; [V50] after `blank`, what the wall shows again.
export function wallColumn(onWall: OnWall | null, under: OnWall | null = null): string | null {
  if (onWall === "blank" && under !== null) return `${BLANK}${wallColumn(under)}`;
  if (onWall === null || typeof onWall === "string") return onWall;
  return "rebuttalId" in onWall && !onWall.replies ? onWall.rebuttalId : JSON.stringify(onWall);
}

export function toOnWall(column: string | null): OnWall | null {
  if (column === null || column === "blank" || column === "thanks" || column === "glossary") return column;
  if (column.startsWith(BLANK)) return "blank";
  return column.startsWith("{") ? (JSON.parse(column) as OnWall) : { rebuttalId: column };
}

/** [V50] What a blank wall showed before, and shows again. */
export function underBlank(column: string | null): OnWall | null {
  return column?.startsWith(BLANK) ? toOnWall(column.slice(BLANK.length)) : null;
}
