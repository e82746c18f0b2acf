import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { ChooseLanguage, parse } from "#debate/protocol/messages.ts";
import { LANGUAGE_COOKIE } from "#debate/rules/languages.ts";
import { refusal } from "#server/http/reply.ts";

/** The longest that browsers keep a cookie. */
const KEPT_SECONDS = 400 * 24 * 60 * 60;

/** [E1] Remembers the language that someone chose in this browser, from a plain form on any page, and returns to that page. */
export function languageRoutes(): Hono {
  return new Hono().post("/language", async (context) => {
    const request = parse(ChooseLanguage, await context.req.parseBody());
    if (!request.ok) return refusal(context, request);
    const { language } = request.value;
    setCookie(context, LANGUAGE_COOKIE, language, { path: "/", maxAge: KEPT_SECONDS, sameSite: "Lax" });
    return context.redirect(pathOf(context.req.header("referer")), 303);
  });
}

/** Only the path, so that the answer leads to no other site. */
function pathOf(referer = ""): string {
  if (!URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return `/${pathname.replace(/^[/\\]+/u, "")}${search}`;
}
