import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { english } from "#app/messages/en.ts";

/** A component in English, as HTML. */
export function markupOf(element: ReactElement): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={english}>
      {element}
    </NextIntlClientProvider>,
  );
}

/** The words of a component in English, without its tags. */
export function wordsOf(element: ReactElement): string {
  return markupOf(element)
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}
