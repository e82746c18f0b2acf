import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { ALL_WORDS, type Words } from "#app/messages/words.ts";
import { chooseLanguage, LANGUAGE_COOKIE, type Language } from "#debate/rules/languages.ts";

declare module "next-intl" {
  /** A word that is not in the English files does not compile. */
  interface AppConfig {
    Locale: Language;
    Messages: Words;
  }
}

/** The class's zone is the server's: a laptop in the room, or a server whose TZ the institution sets. */
const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export default getRequestConfig(async ({ locale: asked }) => {
  const [{ value: chosen } = {}, accepted] = await Promise.all([
    cookies().then((all) => all.get(LANGUAGE_COOKIE)),
    headers().then((all) => all.get("accept-language")),
  ]);
  // [V27] A projector may be asked for in the language that its host chose.
  const locale = chooseLanguage(asked ?? chosen, accepted);
  return { locale, timeZone, messages: ALL_WORDS[locale] };
});
