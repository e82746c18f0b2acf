"use client";
import { type ComponentProps, useEffect, useState } from "react";
import { Later, whenIdle } from "#app/shared/loading/later.tsx";
import type { Notices } from "#app/shared/notices/Notices.tsx";
import { showToasts } from "#app/shared/notices/toast.ts";

type LaterNoticesProps = ComponentProps<typeof Notices> &
  Pick<ComponentProps<typeof Later<{ Notices: typeof Notices }>>, "of">;

const ignore = () => undefined;

/** Notices in a script that follows the page's own: fetched once the page is idle, or with the first toast. */
export function LaterNotices({ of, ...props }: LaterNoticesProps) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    const begin = () => setIsDue(true);
    const stopWaiting = whenIdle(begin);
    const stopShowing = showToasts({ add: begin, close: ignore, update: ignore });
    return () => {
      stopWaiting();
      stopShowing();
    };
  }, []);
  return isDue && <Later of={of}>{({ Notices }) => <Notices {...props} />}</Later>;
}
