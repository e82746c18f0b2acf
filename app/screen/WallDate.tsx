import { classNames } from "#app/shared/class-names.ts";
import { useSetDate } from "#app/shared/dates/use-set-date.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** [P32] What opens next, and when; draws nothing without a set date. */
export function WallDate({ snapshot: { schedule }, className }: { snapshot: Snapshot; className?: string }) {
  const { opens } = useSetDate();
  const words = schedule && opens(schedule);
  if (!words) return null;
  return (
    // A browser may know another name for a time zone than the server.
    <p suppressHydrationWarning className={classNames("font-semibold text-balance", className)}>
      {words}
    </p>
  );
}
