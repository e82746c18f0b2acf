"use client";
import { useTranslations } from "next-intl";
import { setFields } from "#app/instructor/editor/changes.ts";
import { useEditor } from "#app/instructor/editor/context.ts";
import { Remarks } from "#app/instructor/editor/Remarks.tsx";
import { useLanguageName } from "#app/instructor/editor/use-language-name.ts";
import { CONTENT_LANGUAGES } from "#debate/content/language.ts";

/** [E6] In which language the debate is written. */
export function LanguageField({ lang }: { lang: string }) {
  const t = useTranslations("instructor.editor");
  const { step } = useEditor();
  const nameOf = useLanguageName();
  const offered =
    lang === "" || CONTENT_LANGUAGES.includes(lang) ? CONTENT_LANGUAGES : [lang, ...CONTENT_LANGUAGES];
  return (
    <div className="grid gap-1.5">
      <label htmlFor="lang" className="font-semibold">
        {t("lang")}
      </label>
      <select
        id="lang"
        value={lang}
        onChange={({ target }) => step({ do: "change", change: setFields({ lang: target.value }) })}
        className="min-h-touch w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink"
      >
        <option value="">{t("langGuessed")}</option>
        {offered.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
      <Remarks at="lang" />
    </div>
  );
}
