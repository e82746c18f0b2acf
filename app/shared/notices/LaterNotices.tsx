"use client";
import type { ComponentProps } from "react";
import { Later } from "#app/shared/loading/later.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";
import type { Notices } from "#app/shared/notices/Notices.tsx";

type LaterNoticesProps = ComponentProps<typeof Notices> &
  Pick<ComponentProps<typeof Later<{ Notices: typeof Notices }>>, "of">;

/** Notices in a script that follows the page's own: it can be used before it has anything to say. */
export function LaterNotices({ of, ...props }: LaterNoticesProps) {
  return useHydrated() && <Later of={of}>{({ Notices }) => <Notices {...props} />}</Later>;
}
