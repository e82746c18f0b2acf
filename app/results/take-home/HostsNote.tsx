"use client";
import { lazy, Suspense } from "react";

// Readers of results don't load what only the host sees.
const SessionNote = lazy(async () => ({
  default: (await import("#app/shared/notes/SessionNote.tsx")).SessionNote,
}));

export function HostsNote({ code }: { code: string }) {
  return (
    <Suspense>
      <SessionNote code={code} labelled={false} />
    </Suspense>
  );
}
