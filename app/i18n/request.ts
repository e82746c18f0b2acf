import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { WORDED } from "#app/activities/words.ts";
import { joined, type Words } from "#app/messages/words.ts";
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

const kept: { [language in Language]?: Promise<Words> } = {};

/** As paths that begin alike, by which the build finds all files of words. */
async function readWords(locale: Language): Promise<Words> {
  const files = [
    import(`../messages/${locale}.json`),
    ...WORDED.map((folder) => import(`../activities/${folder}/${locale}.json`)),
  ];
  return joined((await Promise.all(files)).map((file) => file.default));
}

export default getRequestConfig(async ({ locale: asked }) => {
  const [{ value: chosen } = {}, accepted] = await Promise.all([
    cookies().then((all) => all.get(LANGUAGE_COOKIE)),
    headers().then((all) => all.get("accept-language")),
  ]);
  // [V27] A projector may be asked for in the language that its host chose.
  const locale = chooseLanguage(asked ?? chosen, accepted);
  kept[locale] ??= readWords(locale);
  return { locale, timeZone, messages: await kept[locale] };
});
