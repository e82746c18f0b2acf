import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** [K6] How rebuttals can be ordered; `best` is best first across camps. */
export const ORDERS = ["best", "newest", "unanswered", "endorsed"] as const;
export type Order = (typeof ORDERS)[number];

type Compare = (one: Rebuttal, other: Rebuttal) => number;
const best: Compare = (one, other) => one.rank - other.rank || one.at - other.at;

const COMPARE: Record<Order, Compare> = {
  best,
  newest: (one, other) => other.at - one.at,
  unanswered: best,
  endorsed: (one, other) => other.endorsements - one.endorsements || best(one, other),
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
