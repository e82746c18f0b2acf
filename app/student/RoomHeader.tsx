"use client";
import { useTranslations } from "next-intl";
import { Timer } from "#app/shared/Timer.tsx";
import { Written } from "#app/shared/Written.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { YourData } from "#app/student/YourData.tsx";

/** My name, the time left if the phase has a timer, and what is stored about me. */
export function RoomHeader() {
  const t = useTranslations("student");
  const { state, you, code, desk } = useSeat();
  const { phaseEndsAt, phase } = state.snapshot;
  return (
    <div className="flex min-w-0 flex-1 items-center justify-end gap-4 text-sm">
      {you.name && (
        <span className="min-w-0 truncate text-ink-soft">
          <span className="sr-only">{t("youAre")} </span>
          <Written as="bdi">{you.name}</Written>
        </span>
      )}
      {phaseEndsAt !== undefined && phase !== "closed" && (
        <Timer endsAt={phaseEndsAt} className="shrink-0 text-base" />
      )}
      <YourData code={code} outbox={desk.outbox} />
    </div>
  );
}
