import type { Waiting } from "#app/student/offline/outbox.ts";
import { type Order, ordered } from "#debate/rules/rebuttal-order.ts";
import type { Mine, Rebuttal } from "#debate/rules/snapshot.ts";

export function isMine(rebuttal: Pick<Rebuttal, "id" | "by">, you: Pick<Mine, "posted">): boolean {
  return rebuttal.by === "you" || you.posted.includes(rebuttal.id);
}

/** [K6] Classmates' rebuttals that may be seen, in order. */
export function orderRebuttals(
  rebuttals: Iterable<Rebuttal>,
  you: Pick<Mine, "posted">,
  order: Order,
): Rebuttal[] {
  const published = [...rebuttals].filter(({ status }) => status === "published");
  // One's own are left out afterwards, because they answer others.
  return ordered(published, order).filter((rebuttal) => !isMine(rebuttal, you));
}

/**
 * The order that a reader has before the eyes stays while they read: what is new goes to the end, what
 * was taken down goes, and nothing jumps under a thumb.
 */
export function keepOrder(shown: readonly string[], wanted: readonly Rebuttal[]): Rebuttal[] {
  const byId = new Map(wanted.map((rebuttal) => [rebuttal.id, rebuttal]));
  const still = shown.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(shown);
  return [...still, ...wanted.filter(({ id }) => !known.has(id))];
}

/** How many classmates' replies to my own rebuttals may be seen. */
export function repliesTo(own: readonly Rebuttal[], rebuttals: Iterable<Rebuttal>): number {
  const ids = new Set(own.map(({ id }) => id));
  return [...rebuttals].filter(
    ({ id, replyTo, status }) => status === "published" && replyTo && ids.has(replyTo) && !ids.has(id),
  ).length;
}

/** My own rebuttals as the server has them, newest first, and those that it does not have yet. */
export function ownRebuttals(
  rebuttals: ReadonlyMap<string, Rebuttal>,
  you: Pick<Mine, "posted">,
  waiting: readonly Waiting[],
): { unsent: Extract<Waiting, { name: "rebuttal:post" }>[]; stored: Rebuttal[] } {
  const stored = [...rebuttals.values()]
    .filter((rebuttal) => isMine(rebuttal, you))
    .sort((a, b) => b.at - a.at);
  const unsent = waiting
    .filter((item) => item.name === "rebuttal:post")
    .filter(({ payload }) => !rebuttals.has(payload.id));
  return { unsent: unsent.reverse(), stored };
}
