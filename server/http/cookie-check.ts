import type { Context } from "hono";
import { type Result, refuse } from "#debate/rules/result.ts";

/** Any cookie shows that a browser keeps cookies. The page sets the same one before it joins (app/student/join/BlockedCookies.tsx). */
const CHECK = "cookies=work; Path=/; SameSite=Lax; Max-Age=86400";

/**
 * [J14] Sends a browser that brought no cookie back with one, once: to the same request, with the same body. Null where it brought
 * one, a refusal where it brings none the second time.
 */
export function checkCookie(context: Context): Response | Extract<Result<never>, { ok: false }> | null {
  if (context.req.header("cookie")) return null;
  if (context.req.query("again") !== undefined) return refuse("no-cookie");
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.set("again", "");
  context.header("set-cookie", CHECK);
  return context.redirect(`${pathname}?${searchParams}`, 307);
}
