import { useTranslations } from "next-intl";
import { usePoints } from "#app/results/use-points.ts";
import type { Results } from "#debate/counting/results.ts";
import type { ResultsPage } from "#debate/protocol/pages.ts";

/** [M41] How much further the class went on the debated resolution than on one that nobody debated. */
export function ControlSection({ results: { control } }: { results: Pick<Results, "control"> }) {
  const t = useTranslations("results.control");
  const { toward, towardRange } = usePoints();
  if (!control) return null;
  const { n, points, interval } = control;
  const isUnsure = interval[0] <= 0 && interval[1] >= 0;
  return (
    <div className="grid max-w-prose gap-3">
      <p className="font-serif text-lg text-pretty">
        {t(isUnsure ? "unsure" : "sure", { n, beyond: toward(points), line: towardRange(interval) })}
      </p>
      <p className="text-sm text-ink-soft text-pretty">{t("caveat")}</p>
    </div>
  );
}

/** On the host's paper it is the same. */
export function ControlOnPaper({ page }: { page: ResultsPage }) {
  return <ControlSection results={page.results} />;
}
