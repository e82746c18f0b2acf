import type { IncomingHttpHeaders } from "node:http";
import { chooseLanguage, LANGUAGE_COOKIE, type Language } from "#debate/rules/languages.ts";

const CHOSEN = new RegExp(`(?:^|;) *${LANGUAGE_COOKIE}=([a-z-]{2,20}) *(?:;|$)`, "u");

/** [E1] The language of the person who sends a request. */
export function languageOf({ cookie = "", "accept-language": accepted }: IncomingHttpHeaders): Language {
  return chooseLanguage(CHOSEN.exec(cookie)?.[1], accepted);
}
