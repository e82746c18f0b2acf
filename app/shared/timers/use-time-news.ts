"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useNews } from "#app/shared/notices/announce.ts";
import { useSecondsLeft } from "#app/shared/timers/use-seconds-left.ts";

/** Below this it is the same timer, read by another measure of the server's clock; in milliseconds. */
const SAME = 3_000;

/** [F2] Says how long a timer is when it begins, and how it ends: where a page has one, also while it shows none. */
export function useTimeNews(endsAt: number | undefined, timeUp?: string): void {
  const t = useTranslations("shared");
  const left = useSecondsLeft(endsAt);
  // A timer that is there at first has begun before, and is not said.
  const [begun, setBegun] = useState({ endsAt, left });
  if (Math.abs((endsAt ?? 0) - (begun.endsAt ?? 0)) > SAME) setBegun({ endsAt, left });
  const said = left === null ? null : timeToSay(left, begun.left);
  const words = (seconds: number) =>
    t("timeLeftSpoken", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  useNews("time", said === null ? null : said === 0 ? (timeUp ?? t("timeUp")) : words(said));
}

/** For so many seconds the same is said: [F2] it may come five seconds late, and a moment more. */
const LATE = 6;
/** A timer that begins is announced rounded to so many seconds. */
const ROUND = 5;

/**
 * [F2] How many seconds to say that are left: as a timer begins (`begun`: what it then had, null if that was before this page),
 * at a minute, at ten seconds, and 0 once the time is up. Null between these.
 */
export function timeToSay(left: number, begun: number | null): number | null {
  if (left === 0) return 0;
  if (begun !== null && left > begun - LATE) return Math.max(ROUND, Math.round(begun / ROUND) * ROUND);
  return [60, 10].find((at) => left > at - LATE && left <= at) ?? null;
}
