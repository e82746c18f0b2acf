"use client";
import { lazy, Suspense } from "react";

const Notices = lazy(async () => ({ default: (await import("#app/shared/notices/Notices.tsx")).Notices }));

/** Where a page that others read, too, says what the host did. */
export function HostsNotices() {
  return (
    <Suspense fallback={null}>
      <Notices />
    </Suspense>
  );
}
