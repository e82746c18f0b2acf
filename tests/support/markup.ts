import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { english } from "#app/messages/en.ts";

/** A component as HTML, with its English words. */
export function markupOf(element: ReactElement): string {
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: "en", timeZone: "UTC", messages: english }, element),
  );
}

/** The words of a component, without its tags. */
export function wordsOf(element: ReactElement): string {
  return markupOf(element)
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}
