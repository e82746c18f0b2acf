import type { Context } from "hono";
import { accept, type Result, refuse } from "#debate/rules/result.ts";

const HEADER = "x-until";

/** [W23] Reads a request's deadline, in milliseconds since the epoch by this server's clock. */
export function readDeadline(context: Context, clock: () => number): Result<null> {
  const until = context.req.header(HEADER);
  if (until === undefined) return accept(null);
  if (!/^\d{1,15}$/u.test(until)) return refuse("malformed", "X-Until: milliseconds since the epoch");
  context.set("isLate", () => clock() > Number(until));
  return checkDeadline(context);
}

/** [W23] Checked when a request arrives, and again once its body has. */
export const checkDeadline = (context: Context): Result<null> =>
  context.get("isLate")?.() ? refuse("late") : accept(null);
