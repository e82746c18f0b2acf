import { useLocale } from "next-intl";
import { LANGUAGE_NAMES, LANGUAGES } from "#debate/rules/languages.ts";

type LanguageSwitchProps = {
  /** The page to return to, by its path and query, if its Referer does not say it. */
  back?: string | undefined;
};

/** [E1] The other languages of the interface, each by its own name. A plain form, so it works before any script has run. */
export function LanguageSwitch({ back }: LanguageSwitchProps) {
  const current = useLocale();
  return (
    <form method="post" action="/api/language" className="flex flex-wrap gap-x-4 print:hidden">
      {back !== undefined && <input type="hidden" name="back" value={back} />}
      {LANGUAGES.filter((language) => language !== current).map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          className="inline-flex min-h-touch items-center soft-underline"
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </form>
  );
}
