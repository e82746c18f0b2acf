"use client";
import { useTranslations } from "next-intl";
import { useNews } from "#app/shared/announce.ts";
import { Timer } from "#app/shared/Timer.tsx";
import { useTimeUp } from "#app/shared/use-time-up.ts";
import { Written } from "#app/shared/Written.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { YourData } from "#app/student/YourData.tsx";

/** My name, the time left if the phase has a timer, then that the teacher moves the class [V29], and what is stored about me. */
export function RoomHeader() {
  const t = useTranslations("student");
  const { state, you, code, desk } = useSeat();
  const { phaseEndsAt, phase } = state.snapshot;
  const isTimed = phaseEndsAt !== undefined && phase !== "closed";
  const isUp = useTimeUp(state) && isTimed;
  // The topic of the timer, which says at its end only that the time is up.
  useNews("time", isUp ? `${t("timeIsUp.title")}. ${t("timeIsUp.body")}` : null);
  return (
    <div className="flex min-w-0 flex-1 items-center justify-end gap-4 text-sm">
      {you.name && !isUp && (
        <span className="min-w-0 truncate text-ink-soft">
          <span className="sr-only">{t("youAre")} </span>
          <Written as="bdi">{you.name}</Written>
        </span>
      )}
      {/* [V29] In the header, where it moves nothing that is about to be tapped. */}
      <p className="min-w-0 text-right text-xs leading-tight text-ink-soft empty:hidden">
        {isUp && (
          <>
            <span className="block text-sm font-semibold text-warn">{t("timeIsUp.title")}</span>
            {t("timeIsUp.body")}
          </>
        )}
      </p>
      {isTimed && !isUp && <Timer endsAt={phaseEndsAt} className="shrink-0 text-base" />}
      <YourData code={code} desk={desk} />
    </div>
  );
}
