"use client";
import { Later, later } from "#app/shared/loading/later.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";
import type { NoticesProps } from "#app/shared/notices/Notices.tsx";

const notices = later(async () => (await import("#app/shared/notices/Notices.tsx")).Notices);

/** Notices in a script of their own: a page can be used before it has anything to say. */
export function LaterNotices(props: NoticesProps) {
  return useHydrated() && <Later part={notices} props={props} />;
}
