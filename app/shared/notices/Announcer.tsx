"use client";
import { useAnnounced } from "#app/shared/notices/announce.ts";

/** The one live region of a page. Each announcement is read out, also the same words again. */
export function Announcer() {
  const { words, count } = useAnnounced();
  return (
    <div aria-live="polite" className="sr-only">
      <p key={count}>{words}</p>
    </div>
  );
}
