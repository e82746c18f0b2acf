import type { Context } from "hono";
import { type Result, refuse } from "#debate/rules/result.ts";

/** Any cookie shows that a browser keeps cookies. The page sets the same one before it joins (app/student/join/BlockedCookies.tsx). */
const CHECK = "cookies=work; Path=/; SameSite=Lax; Max-Age=86400";

/**
 * [J14] Redirects a browser without a cookie to the same request, once, and sets one. Null if it has a cookie, a refusal if it
 * still has none.
 */
export function checkCookie(context: Context): Response | Extract<Result<never>, { ok: false }> | null {
  if (context.req.header("cookie")) return null;
  if (context.req.query("again") !== undefined) return refuse("no-cookie");
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.set("again", "");
  context.header("set-cookie", CHECK);
  return context.redirect(`${pathname}?${searchParams}`, 307);
}
