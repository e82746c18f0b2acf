import type { Context } from "hono";
import { accept, type Result, refuse } from "#debate/rules/result.ts";

const HEADER = "x-until";

/** [W23] Notes until when a request may be carried out, in milliseconds since the epoch by this server's clock. */
export function noteUntil(context: Context, clock: () => number): Result<null> {
  const until = context.req.header(HEADER);
  if (until === undefined) return accept(null);
  if (!/^\d{1,15}$/u.test(until)) return refuse("malformed", "X-Until: milliseconds since the epoch");
  context.set("isLate", () => clock() > Number(until));
  return inTime(context);
}

/** [W23] Looked at as a request comes, and again once its body has. */
export const inTime = (context: Context): Result<null> =>
  context.get("isLate")?.() ? refuse("late") : accept(null);
