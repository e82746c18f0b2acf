"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Hourglass } from "#app/icons/wall-icons.ts";
import { useNews } from "#app/shared/announce.ts";
import { classNames } from "#app/shared/class-names.ts";

type TimerProps = {
  /** Milliseconds since the epoch, in this device's time. */
  endsAt: number;
  size?: "inherit" | "wall";
  className?: string;
};

const WARNING = 30;

/** Said aloud at a minute, at ten seconds and at the end. */
function isMilestone(left: number): boolean {
  return left === 0 || (left > 5 && left <= 10) || (left > 55 && left <= 60);
}

function subscribe(listener: () => void): () => void {
  const interval = setInterval(listener, 250);
  return () => clearInterval(interval);
}

/** What is left of a phase, in minutes and seconds. It warns in the last half minute and closes nothing. */
export function Timer({ endsAt, size = "inherit", className }: TimerProps) {
  const t = useTranslations("shared");
  const left = useSyncExternalStore(
    subscribe,
    () => Math.max(0, Math.ceil((endsAt - Date.now()) / 1000)),
    () => null,
  );
  const minutes = Math.floor((left ?? 0) / 60);
  const seconds = (left ?? 0) % 60;
  const warns = left !== null && left <= WARNING;
  const spoken = left === 0 ? t("timeUp") : t("timeLeftSpoken", { minutes, seconds });
  // One text for a few seconds: [F2] it may be said up to five seconds late.
  const spokenAt = (now: number) =>
    now === 0
      ? t("timeUp")
      : t("timeLeftSpoken", now > 10 ? { minutes: 1, seconds: 0 } : { minutes: 0, seconds: 10 });
  useNews("time", left !== null && isMilestone(left) ? spokenAt(left) : null);
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
