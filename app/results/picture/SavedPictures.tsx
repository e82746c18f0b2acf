import { useTranslations } from "next-intl";
import { RESULTS } from "#app/activities/results.ts";
import { CoinFigure, FlowFigure, SwingFigure } from "#app/results/picture/charts.tsx";
import type { ResultsPage } from "#debate/protocol/pages.ts";

/** The charts of the results, to be saved as pictures; nothing without any. */
export function SavedPictures({ page }: { page: ResultsPage }) {
  const t = useTranslations("report.picture");
  const own = RESULTS.flatMap(({ picture }) => (picture && page.results[picture.part] ? picture : []));
  if (page.results.paired.n === 0 && own.length === 0) return null;
  return (
    <details>
      <summary className="inline-flex min-h-touch items-center font-semibold soft-underline">
        {t("title")}
      </summary>
      <div
        data-theme="light"
        className="sheet grid gap-x-10 gap-y-8 rounded-card border border-line bg-paper p-4 sm:p-6 lg:grid-cols-2"
      >
        <FlowFigure page={page} className="lg:col-span-2" />
        <SwingFigure page={page} className="lg:col-span-2" />
        <CoinFigure page={page} />
        {own.map(({ part, Figure }) => (
          <Figure key={part} page={page} />
        ))}
      </div>
    </details>
  );
}
