import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { probability, smallShare } from "#app/results/figures.ts";
import { coinClasses } from "#debate/counting/coin-classes.ts";
import type { Results } from "#debate/counting/results.ts";

/** How the result was counted and what it cannot say, in plain words. */
export function HowCounted({ results: { paired, attrition, tests, margin } }: { results: Results }) {
  const t = useTranslations("results.counted");
  const key = useTranslations("results.key");
  const format = useFormatter();
  const { sentences } = useJoined();
  const everyone = attrition ? attrition.both + attrition.firstOnly + attrition.lastOnly : null;
  const mix = tests?.stuartMaxwell;
  const coin = paired.matrix && coinClasses(paired.matrix);
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      <Point title={t("cause.title")} className="md:col-span-2">
        {t("cause.body")}
      </Point>
      <Point title={t("who.title")}>
        {sentences(
          t("who.body"),
          everyone !== null && everyone > 0 && t("who.here", { count: paired.n, everyone }),
        )}
      </Point>
      <Point title={t("winner.title")}>{t("winner.body")}</Point>
      <Point title={t("words.title")}>{t("words.body")}</Point>
      <Point title={t("sides.title")}>{t("sides.body")}</Point>
      <Point title={t("credits.title")}>{t("credits.body")}</Point>
      <details className="md:col-span-2">
        <summary className="inline-flex min-h-touch cursor-pointer items-center font-semibold soft-underline">
          {t("statisticians")}
        </summary>
        <div className="mt-3 grid gap-x-10 gap-y-6 md:grid-cols-2">
          <Point title={t("interval.title")}>{t("interval.body")}</Point>
          {/* [S9] Where too few moved, nothing is said about chance. */}
          {margin?.standing !== "few" && (
            <Point title={t("chance.title")}>
              {t("chance.body")}
              {tests && (
                <span className="mt-2 block">
                  {t("chance.here", {
                    up: tests.direction.up,
                    down: tests.direction.down,
                    coin: coin ? coin.asUneven || key("under1") : "–",
                    midP: smallShare(format, tests.direction.midP),
                  })}
                </span>
              )}
            </Point>
          )}
          <Point title={t("mix.title")}>
            {t("mix.body")}
            {tests && (
              <span className="mt-2 block">
                {mix
                  ? t("mix.here", {
                      chi2: format.number(mix.chi2, { maximumFractionDigits: 2 }),
                      df: mix.df,
                      p: probability(format, mix.p),
                      exact: tests.mixExact === null ? "–" : probability(format, tests.mixExact),
                    })
                  : t("mix.none")}
              </span>
            )}
          </Point>
          <Point title={t("standing.title")}>{t("standing.body")}</Point>
        </div>
      </details>
    </div>
  );
}

type PointProps = { title: string; children: ReactNode; className?: string };

function Point({ title, children, className }: PointProps) {
  return (
    <section className={className}>
      <h3 className="font-semibold">{title}</h3>
      <p className="mt-1 max-w-prose text-ink-soft text-pretty">{children}</p>
    </section>
  );
}
