"use client";
import { useTranslations } from "next-intl";
import { Countdown } from "#app/activities/pairs/Countdown.tsx";
import { useScript } from "#app/activities/pairs/use-script.ts";
import type { Wall } from "#app/screen/wall.ts";
import { pairsBy } from "#debate/activities/pairs/rules.ts";

/** [P25] What twos do now; [P26] nothing of who sits where. */
export function PairsFace({ wall }: { wall: Wall }) {
  const t = useTranslations("screen.pairs");
  const { madeAt, startedAt, tables = 0 } = wall.snapshot.pairs ?? {};
  const by = pairsBy(wall);
  const script = useScript(2, startedAt, by);
  if (script.state === "running")
    return (
      <div className="grid h-full min-h-0 content-center gap-[1.6cqi] handheld:gap-4">
        <p className="flex flex-wrap items-baseline gap-x-[2em] text-wall-md text-ink-soft">
          <span className="tabular-nums">{t("turn", { turn: script.turn + 1 })}</span>
          <span>{t(`who.${script.step}`)}</span>
        </p>
        <p className="max-w-[22em] font-serif text-wall-xl text-balance">{t(`steps.${script.step}`)}</p>
        <Countdown seconds={script.left} className="text-wall-xl" />
        <p className="text-wall-sm text-ink-soft">{t("threes")}</p>
      </div>
    );
  return (
    <div className="grid h-full min-h-0 content-center gap-[1.6cqi] handheld:gap-4">
      <p className="max-w-[22em] font-serif text-wall-xl text-balance">
        {script.state === "over" ? t("over") : madeAt === undefined ? t("waitTitle") : t(`findTitle.${by}`)}
      </p>
      {script.state === "waiting" && (
        <p className="text-wall-md text-ink-soft text-pretty">
          {madeAt === undefined ? t("waitBody") : t(`findBody.${by}`)}
        </p>
      )}
      {madeAt !== undefined && <p className="text-wall-md tabular-nums">{t("tables", { count: tables })}</p>}
    </div>
  );
}
