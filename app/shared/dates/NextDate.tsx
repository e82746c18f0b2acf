"use client";
import { CalendarClock } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { useSetDate } from "#app/shared/dates/use-set-date.ts";
import type { Schedule } from "#debate/rules/schedule.ts";

/** [P32] The next phase with a set date, and when it opens; draws nothing without one. */
export function NextDate({ schedule, className }: { schedule: Schedule | undefined; className?: string }) {
  const { opens } = useSetDate();
  const words = schedule && opens(schedule);
  if (!words) return null;
  return (
    <p className={classNames("flex items-start gap-2.5 text-pretty", className)}>
      <CalendarClock aria-hidden="true" className="mt-0.5 size-[1.25em] shrink-0 text-ink-soft" />
      {/* A browser may know another name for a time zone than the server. */}
      <span suppressHydrationWarning className="min-w-0">
        {words}
      </span>
    </p>
  );
}
