import { expect, test } from "vitest";
import { type Order, ordered, ordersFor } from "#debate/rules/rebuttal-order.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

const rebuttal = (id: string, rank: number, at: number, more: Partial<Rebuttal> = {}): Rebuttal => ({
  ...{ id, rank, at, side: "for", body: id, endorsements: 0, status: "published" },
  ...more,
});
const LIST = [
  rebuttal("replied to", 1, 10),
  rebuttal("replied to out of sight", 4, 20),
  rebuttal("reply", 3, 30, { replyTo: "replied to", endorsements: 2 }),
  rebuttal("hidden reply", 2, 40, { replyTo: "replied to out of sight", status: "hidden" }),
];

test.each<[Order, string[]]>([
  ["best", ["replied to", "hidden reply", "reply", "replied to out of sight"]],
  ["newest", ["hidden reply", "reply", "replied to out of sight", "replied to"]],
  ["endorsed", ["reply", "replied to", "replied to out of sight", "hidden reply"]],
  // A reply that the class cannot read answers nothing.
  ["unanswered", ["reply", "replied to out of sight"]],
])("[K6] %s", (order, expected) => {
  expect(ordered(LIST.toReversed(), order).map(({ id }) => id)).toEqual(expected);
});

test("[K6] only the host chooses best across camps, and in an anonymous session no one", () => {
  expect(ordersFor("host", "named")).toEqual(["best", "endorsed", "newest", "unanswered"]);
  for (const [role, identity] of [
    ["host", "anonymous"],
    ["assistant", "named"],
  ] as const)
    expect(ordersFor(role, identity)).toEqual(["endorsed", "newest", "unanswered"]);
});
