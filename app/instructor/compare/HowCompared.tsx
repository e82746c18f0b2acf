import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { useMargin } from "#app/instructor/compare/use-margin.ts";
import { includesZero } from "#app/results/directions.ts";
import type { Comparison } from "#debate/counting/sections.ts";

/** How the sections were compared, with the figures behind the words. */
export function HowCompared({ comparison: { coin, pooled } }: { comparison: Comparison }) {
  const t = useTranslations("compare.counted");
  const format = useFormatter();
  const { sentences } = useJoined();
  const { lead, line } = useMargin();
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      <Point title={t("lead.title")}>{t("lead.body")}</Point>
      <Point title={t("coin.title")}>
        {sentences(t("coin.body"), coin !== null && t("coin.here", { count: Math.round(100 * coin) }))}
      </Point>
      <Point title={t("spread.title")}>{t("spread.body")}</Point>
      <Point title={t("mean.title")}>
        {sentences(
          t("mean.body"),
          pooled &&
            t("mean.here", {
              mean: lead(pooled.mean),
              line: line(pooled.interval),
              includes: includesZero(pooled.interval) ? "yes" : "no",
              tau: format.number(Math.sqrt(pooled.tau2), { maximumFractionDigits: 1 }),
            }),
        )}
      </Point>
      <Point title={t("cannot.title")}>{t("cannot.body")}</Point>
    </div>
  );
}

function Point({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="font-semibold">{title}</h3>
      <p className="mt-1 max-w-prose text-ink-soft text-pretty">{children}</p>
    </section>
  );
}
