"use client";

import { useSyncExternalStore } from "react";
import lastResort from "#app/messages/last-resort.json";
import { chooseLanguage, LANGUAGE_COOKIE } from "#debate/rules/languages.ts";
import "./globals.css";

const CHOSEN = new RegExp(`(?:^|; )${LANGUAGE_COOKIE}=([a-z]+)`, "u");

/**
 * When even the layout failed: no fonts and no words from a provider, so it brings the three that it needs. Every page loads it, so its
 * button has a look of its own.
 */
export default function GlobalError({ reset }: { reset: () => void }) {
  const language = useSyncExternalStore(
    () => () => undefined,
    () => chooseLanguage(CHOSEN.exec(document.cookie)?.[1], navigator.languages.join(",")),
    () => chooseLanguage(undefined, undefined),
  );
  const words = lastResort[language];
  return (
    <html lang={language}>
      <body className="grid place-content-center justify-items-center gap-3 p-6 text-center">
        <title>{words.errorTitle}</title>
        <h1 className="text-2xl">{words.errorTitle}</h1>
        <p className="max-w-prose text-ink-soft">{words.errorBody}</p>
        <button
          type="button"
          onClick={reset}
          className="min-h-touch rounded-control bg-ink px-4 font-semibold text-paper"
        >
          {words.retry}
        </button>
      </body>
    </html>
  );
}
