"use client";
import { useTranslations } from "next-intl";
import { Countdown } from "#app/activities/pairs/Countdown.tsx";
import { useScript } from "#app/activities/pairs/use-script.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { classNames } from "#app/shared/class-names.ts";
import { SCRIPT, scriptSeconds, stepSeconds } from "#debate/activities/pairs/script.ts";
import type { PairsBy } from "#debate/rules/session-options.ts";

type PairScriptProps = { by: PairsBy; startedAt: number | undefined; isMade: boolean };

/** [P25] The steps of twos, and which of them it is now. */
export function PairScript({ by, startedAt, isMade }: PairScriptProps) {
  const t = useTranslations("host.pairs");
  const { sentences } = useJoined();
  const script = useScript(2, startedAt, by);
  const isRunning = script.state === "running";
  return (
    <section aria-label={t("script")} className="grid grid-cols-1 gap-2 border-t border-line pt-4">
      <p role="status" className="font-semibold empty:hidden">
        {isRunning
          ? t("now", { turn: script.turn + 1, turns: 2, step: t(`steps.${script.step}`) })
          : isMade && t(script.state === "over" ? "over" : "notStarted")}
      </p>
      <ol className="grid grid-cols-1 gap-1">
        {SCRIPT.map((step) => {
          const isNow = isRunning && script.step === step;
          return (
            <li
              key={step}
              aria-current={isNow ? "step" : undefined}
              className={classNames(
                "flex items-baseline justify-between gap-4 rounded-control border px-3 py-1.5",
                isNow ? "border-ink bg-sunken font-semibold" : "border-transparent",
              )}
            >
              <span>{t(`steps.${step}`)}</span>
              {isNow ? (
                <Countdown seconds={script.left} />
              ) : (
                <span className="whitespace-nowrap text-ink-soft tabular-nums">
                  {t("seconds", { count: stepSeconds(step, by) })}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p className="text-sm text-ink-soft">
        {sentences(t("swap", { minutes: scriptSeconds(by) / 60 }), t("threes"))}
      </p>
    </section>
  );
}
