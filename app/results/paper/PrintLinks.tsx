import { useTranslations } from "next-intl";
import { paperLink } from "#app/results/paper/paper-link.ts";
import { CoinFigure, FlowFigure, GuessFigure, SwingFigure } from "#app/results/picture/charts.tsx";
import type { ResultsPage } from "#debate/protocol/pages.ts";

type PrintLinksProps = { page: ResultsPage; linkKey: string | undefined };

/** At the end of the results: their print for everyone, and for the host the pictures to save. */
export function PrintLinks({ page, linkKey }: PrintLinksProps) {
  const t = useTranslations("report.picture");
  const bar = useTranslations("report.bar");
  const hasFlow = page.results.paired.n > 0 || page.results.guess !== null;
  return (
    <div data-screen-only className="mt-8 grid gap-2">
      {page.isHost && hasFlow && (
        <details className="group">
          <summary className="inline-flex min-h-touch items-center font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink">
            {t("title")}
          </summary>
          <div
            data-theme="light"
            className="sheet grid gap-x-10 gap-y-8 rounded-card border border-line bg-paper p-4 sm:p-6 lg:grid-cols-2"
          >
            <FlowFigure page={page} className="lg:col-span-2" />
            <SwingFigure page={page} className="lg:col-span-2" />
            <CoinFigure page={page} />
            <GuessFigure page={page} />
          </div>
        </details>
      )}
      <p className="text-sm">
        <a
          href={paperLink(page.results.code, "report", { key: linkKey })}
          className="inline-flex min-h-touch items-center underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {bar("printReport")}
        </a>
      </p>
    </div>
  );
}
