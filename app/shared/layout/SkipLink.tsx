"use client";
import type { ReactNode } from "react";

/** The link past the header. With scripts it only moves the focus, and adds nothing to the history. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useValidAnchor: a link to a place in the page, also before any script has run
    <a
      href="#content"
      onClick={(event) => {
        const content = document.getElementById("content");
        if (!content) return;
        event.preventDefault();
        content.focus();
      }}
      className="sr-only z-50 rounded-control bg-ink text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-3 print:hidden"
    >
      {children}
    </a>
  );
}
