"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Timer } from "#app/shared/Timer.tsx";
import { useSeat } from "#app/student/seat.ts";

// Below this a difference is the time that the page took to arrive, not a clock that is wrong.
const CLOCK_IS_WRONG = 10_000;

/** Who I am here and, where the phase has a timer, what is left. */
export function RoomHeader({ renderedAt }: { renderedAt: number }) {
  const t = useTranslations("student");
  const { state, you } = useSeat();
  const clockOffset = useClockOffset(renderedAt);
  const { phaseEndsAt, phase } = state.snapshot;
  return (
    <div className="flex min-w-0 flex-1 items-center justify-end gap-4 text-sm">
      {you.name && (
        <span className="min-w-0 truncate text-ink-soft">
          <span className="sr-only">{t("youAre")} </span>
          <bdi>{you.name}</bdi>
        </span>
      )}
      {phaseEndsAt !== undefined && phase !== "closed" && (
        <Timer endsAt={phaseEndsAt} clockOffset={clockOffset} className="shrink-0 text-base" />
      )}
    </div>
  );
}

function useClockOffset(renderedAt: number): number {
  const [offset, setOffset] = useState(0);
  useEffect(() => {
    const difference = renderedAt - Date.now();
    if (Math.abs(difference) > CLOCK_IS_WRONG) setOffset(difference);
  }, [renderedAt]);
  return offset;
}
