"use client";

import shared from "#app/messages/en/shared.json" with { type: "json" };
import { buttonLook } from "#app/shared/button-looks.ts";
import "./globals.css";

/** When even the layout failed, so neither fonts nor the provider of words can be relied on. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="grid place-content-center justify-items-center gap-3 p-6 text-center">
        <title>{shared.errorTitle}</title>
        <h1 className="text-2xl">{shared.errorTitle}</h1>
        <p className="max-w-prose text-ink-soft">{shared.errorBody}</p>
        <button type="button" onClick={reset} className={buttonLook("primary")}>
          {shared.retry}
        </button>
      </body>
    </html>
  );
}
