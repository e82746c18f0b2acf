import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { endsOf, percentage, signedPoints } from "#app/results/figures.ts";
import type { Comparison } from "#debate/counting/sections.ts";

/** How the sections were compared, with the figures behind the words. */
export function HowCompared({ comparison: { coin, Q, df, pQ, I2, pooled } }: { comparison: Comparison }) {
  const t = useTranslations("compare.counted");
  const format = useFormatter();
  const { sentences } = useJoined();
  const rounded = (figure: number) => format.number(figure, { maximumFractionDigits: 1 });
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      <Point title={t("lead.title")}>{t("lead.body")}</Point>
      <Point title={t("coin.title")}>
        {sentences(t("coin.body"), coin !== null && t("coin.here", { count: Math.round(100 * coin) }))}
      </Point>
      <Point title={t("spread.title")}>
        {sentences(
          t("spread.body"),
          Q !== null &&
            df !== null &&
            pQ !== null &&
            I2 !== null &&
            t("spread.here", { Q: rounded(Q), df, I2: percentage(format, I2), count: Math.round(100 * pQ) }),
        )}
      </Point>
      <Point title={t("mean.title")}>
        {sentences(
          t("mean.body"),
          pooled &&
            t("mean.here", {
              mean: signedPoints(format, pooled.mean),
              ...endsOf(format, pooled.interval),
              tau: rounded(Math.sqrt(pooled.tau2)),
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
