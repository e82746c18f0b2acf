"use client";
import { useTranslations } from "next-intl";
import { PHONE } from "#app/activities/phone.ts";
import { useTimeUp } from "#app/live/use-time-up.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { Timer } from "#app/shared/timers/Timer.tsx";
import { useSecondsLeft } from "#app/shared/timers/use-seconds-left.ts";
import { useTimeNews } from "#app/shared/timers/use-time-news.ts";
import { AskForTime } from "#app/student/AskForTime.tsx";
import { useSeat, useShown } from "#app/student/join/seat.ts";
import { HeldUpMark, isHeldUpInHeader } from "#app/student/offline/HeldUpBanner.tsx";
import { YourData } from "#app/student/YourData.tsx";
import { isClosed, resultsPublic } from "#debate/rules/phases.ts";

/** [P10] In the last minute, in seconds, the button for more time is beside the timer. */
const LAST = 60;

/** The student's name, the timer, then that the teacher moves the class [V29], and a button for stored data. */
export function RoomHeader() {
  const t = useTranslations("student");
  const { state, you, code, desk, heldUpNote, settings } = useSeat();
  const { view } = useShown();
  const { phaseEndsAt, phase } = state.snapshot;
  const isTimed = phaseEndsAt !== undefined && !isClosed(phase);
  const isUp = useTimeUp(state) && isTimed;
  const endsAt = isTimed ? phaseEndsAt : undefined;
  const left = useSecondsLeft(endsAt);
  const isEnding = left !== null && left <= LAST && !isUp;
  const isNamed = !PHONE.some(({ hidesOwnName }) => hidesOwnName?.({ phase, settings }));
  const note = isHeldUpInHeader(view) ? heldUpNote : null;
  useTimeNews(endsAt, `${t("timeIsUp.title")}. ${t("timeIsUp.body")}`);
  return (
    <div
      data-timed={isTimed || undefined}
      className={classNames(
        "flex min-w-0 flex-1 items-center justify-end text-sm",
        isEnding || note ? "gap-2" : "gap-4",
      )}
    >
      {/* In place of the name. */}
      {note && <HeldUpMark by={note} isShort={isUp || isEnding} />}
      {you.name && isNamed && !isUp && !isEnding && !note && (
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
      {isEnding && <AskForTime inHeader />}
      {isTimed && !isUp && <Timer endsAt={phaseEndsAt} className="shrink-0 text-base" />}
      <YourData
        code={code}
        desk={desk}
        votesStay={settings.identity === "anonymous" && resultsPublic(phase)}
      />
    </div>
  );
}
