import { Hono } from "hono";
import { serialize } from "hono/utils/cookie";
import { parse } from "#debate/protocol/messages.ts";
import { ChooseLanguage } from "#debate/protocol/requests.ts";
import { LANGUAGE_COOKIE, type Language } from "#debate/rules/languages.ts";
import { readBody } from "#server/http/body.ts";
import type { Caller } from "#server/http/caller.ts";
import { refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** Browsers keep no cookie longer. */
const KEPT_SECONDS = 400 * 24 * 60 * 60;

/**
 * [E1] Remembers the language that someone chose in this browser, from a plain form on any page, and returns to that page.
 * [I17] An instructor's account keeps it, too.
 */
export function languageRoutes({ store }: Pick<Dependencies, "store">, caller: Caller): Hono {
  return new Hono().post("/language", async (context) => {
    const body = await readBody(context);
    const request = body.ok ? parse(ChooseLanguage, body.value.input) : body;
    if (!request.ok) return refusal(context, request);
    const { language, back } = request.value;
    const instructorId = await caller.instructorId(context.req.raw.headers);
    if (instructorId !== null) await store.accounts.change(instructorId, { language });
    context.header("set-cookie", languageCookie(language));
    // Any origin: only the path is used.
    const page = back === undefined ? context.req.header("referer") : `http://localhost${back}`;
    return context.redirect(pathOf(page), 303);
  });
}

/** The cookie that keeps a language; null deletes it, so that the browser's settings decide. */
export function languageCookie(language: Language | null): string {
  const maxAge = language === null ? 0 : KEPT_SECONDS;
  return serialize(LANGUAGE_COOKIE, language ?? "", { path: "/", maxAge, sameSite: "Lax" });
}

/** Only the path, so that the answer leads to no other site. */
function pathOf(page = ""): string {
  if (!URL.canParse(page)) return "/";
  const { pathname, search } = new URL(page);
  return `/${pathname.replace(/^[/\\]+/u, "")}${search}`;
}
