"use client";
import { useTranslations } from "next-intl";
import type { Wall } from "#app/screen/wall.ts";
import { useTimeUp } from "#app/live/use-time-up.ts";
import { isClosed, openRound } from "#debate/rules/phases.ts";

/** [V29] Large, and under what the class looks at. */
export function WallTimeIsUp({ wall }: { wall: Wall }) {
  const t = useTranslations("screen.timeIsUp");
  const { phase } = wall.snapshot;
  const isUp = useTimeUp(wall);
  if (!isUp || isClosed(phase)) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-[0.6em] border-t-[0.4cqi] border-warn pt-[0.8cqi] handheld:border-t-4 handheld:pt-3 text-wall-xl font-semibold text-warn">
      {t("title")}
      <span className="text-wall-md font-normal text-ink-soft">
        {t(openRound(phase) ? "vote" : "phones")}
      </span>
    </p>
  );
}
