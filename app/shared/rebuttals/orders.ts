import { ORDERS, type Order } from "#debate/rules/rebuttal-order.ts";
import type { Identity } from "#debate/rules/session-options.ts";

/** The orders to choose from, each with what it is called. [V9] An anonymous class is in no camps: the best is the most endorsed. */
export function ordersIn(identity: Identity): { order: Order; called: Order }[] {
  if (identity !== "anonymous") return ORDERS.map((order) => ({ order, called: order }));
  return ORDERS.filter((order) => order !== "endorsed").map((order) => ({
    order,
    called: order === "best" ? "endorsed" : order,
  }));
}
