import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "#debate/rules/languages.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en: english, ja: japanese } = ALL_WORDS;

const MESSAGES = { en: english, ja: japanese as typeof english } satisfies Record<Language, typeof english>;

/** A component as HTML. */
export function markupOf(element: ReactElement, locale: Language = "en"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={MESSAGES[locale]}>
      {element}
    </NextIntlClientProvider>,
  );
}

/** [E7] A piece of content within a sentence, which goes on around it; and where an address may break. */
const WITHIN = /<(?:\/?bdi\b[^>]*|wbr\/)>/gu;

/** The words of a component in English, without its tags. */
export function wordsOf(element: ReactElement): string {
  return markupOf(element)
    .replace(WITHIN, "")
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Each piece of text of a component in Japanese, as it is read. */
export function textsInJapanese(element: ReactElement): string[] {
  return markupOf(element, "ja")
    .replace(WITHIN, "")
    .split(/<[^>]*>/u)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}
