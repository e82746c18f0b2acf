"use client";

import { useTranslations } from "next-intl";
import { Hourglass } from "#app/icons/wall-icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { useSecondsLeft } from "#app/shared/timers/use-seconds-left.ts";

type TimerProps = {
  /** Milliseconds since the epoch, in this device's time. */
  endsAt: number;
  size?: "inherit" | "wall";
  className?: string;
};

const WARNING = 30;

/** The time left in a phase, in minutes and seconds. It warns in the last half minute and closes nothing. */
export function Timer({ endsAt, size = "inherit", className }: TimerProps) {
  const t = useTranslations("shared");
  const left = useSecondsLeft(endsAt);
  const minutes = Math.floor((left ?? 0) / 60);
  const seconds = (left ?? 0) % 60;
  const warns = left !== null && left <= WARNING;
  const spoken = left === 0 ? t("timeUp") : t("timeLeftSpoken", { minutes, seconds });
  return (
    <span
      role="timer"
      className={classNames(
        "inline-flex items-center gap-[0.35em] font-semibold tabular-nums",
        size === "wall" && "text-wall-lg",
        warns && "text-warn",
        className,
      )}
    >
      <Hourglass
        aria-hidden="true"
        className={classNames("size-[0.9em]", warns && left > 0 && "animate-pulse")}
      />
      <span aria-hidden="true">
        {left === null ? "–:––" : `${minutes}:${String(seconds).padStart(2, "0")}`}
      </span>
      <span className="sr-only">{left === null ? t("timeLeft") : spoken}</span>
    </span>
  );
}
