import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SavePicture } from "#app/results/picture/SavePicture.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { ResultsPage } from "#debate/protocol/pages.ts";
import { fileName } from "#debate/rules/file-names.ts";
import type { Chart } from "#debate/rules/steps.ts";

type ChartFigureProps = {
  page: ResultsPage;
  chart: Chart;
  title: string;
  /** What the chart says, for those who do not see it. */
  alt: string;
  /** Under the chart, in the saved picture too. */
  caption: string;
  className?: string;
  children: ReactNode;
};

/** A chart with its title and caption, on paper and as a picture to save. */
export function ChartFigure({ page, chart, title, alt, caption, className, children }: ChartFigureProps) {
  const t = useTranslations("report.picture");
  const { code, resolution } = page.results;
  return (
    <figure aria-label={alt} className={classNames("min-w-0", className)}>
      <figcaption className="mb-2 text-sm font-semibold text-balance">{title}</figcaption>
      <div data-chart>{children}</div>
      {caption !== "" && <p className="mt-2 text-xs text-ink-soft text-pretty">{caption}</p>}
      <SavePicture
        file={fileName(code, page.name, chart)}
        words={{
          kicker: t("kicker", { resolution }),
          title,
          caption,
          footer: useSource(page),
        }}
        labels={{ svg: t("svg"), png: t("png"), failed: t("failed") }}
      />
    </figure>
  );
}

/** Which session it was: its name [V17], code and date. */
export function useSource({ name, heldAt, results: { code } }: ResultsPage): string {
  const t = useTranslations("report");
  const format = useFormatter();
  const date = format.dateTime(new Date(heldAt), { dateStyle: "long" });
  return [name, t("session", { code }), date].filter(Boolean).join(" · ");
}
