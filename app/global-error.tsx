"use client";

import words from "#app/messages/last-resort.en.json";
import { buttonLook } from "#app/shared/button-looks.ts";
import "./globals.css";

/** When even the layout failed: no fonts and no words from a provider, so it brings the three that it needs. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="grid place-content-center justify-items-center gap-3 p-6 text-center">
        <title>{words.errorTitle}</title>
        <h1 className="text-2xl">{words.errorTitle}</h1>
        <p className="max-w-prose text-ink-soft">{words.errorBody}</p>
        <button type="button" onClick={reset} className={buttonLook("primary")}>
          {words.retry}
        </button>
      </body>
    </html>
  );
}
