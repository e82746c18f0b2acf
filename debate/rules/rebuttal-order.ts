import type { Identity } from "#debate/rules/session-options.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** [K6] How everyone can order rebuttals, the usual order first. */
export const ORDERS = ["endorsed", "newest", "unanswered"] as const;
/** `best`: best first across camps, for the host alone [K10]. */
export type Order = (typeof ORDERS)[number] | "best";

/** [K6] What control rooms offer, the usual order first. [V9] In an anonymous session there are no camps. */
export function ordersFor(role: "host" | "assistant", identity: Identity): readonly [Order, ...Order[]] {
  return role === "host" && identity !== "anonymous" ? ["best", ...ORDERS] : ORDERS;
}

type Compare = (one: Rebuttal, other: Rebuttal) => number;
const older: Compare = (one, other) => one.at - other.at || (one.id < other.id ? -1 : 1);
const best: Compare = (one, other) => one.rank - other.rank || older(one, other);

const COMPARE: Record<Order, Compare> = {
  best,
  newest: (one, other) => other.at - one.at,
  unanswered: best,
  endorsed: (one, other) => other.endorsements - one.endorsements || older(one, other),
};

/**
 * [K6] A new list in this order. `unanswered`: only published rebuttals that no published one in the list replies to.
 */
export function ordered(rebuttals: readonly Rebuttal[], order: Order): Rebuttal[] {
  return (order === "unanswered" ? unanswered(rebuttals) : [...rebuttals]).sort(COMPARE[order]);
}

function unanswered(rebuttals: readonly Rebuttal[]): Rebuttal[] {
  const published = rebuttals.filter(({ status }) => status === "published");
  const answered = new Set(published.map(({ replyTo }) => replyTo));
  return published.filter(({ id }) => !answered.has(id));
}
