import { useTranslations } from "next-intl";
import { DidItLast } from "#app/activities/later-vote/DidItLast.tsx";
import { FlowDiagram } from "#app/results/flow/FlowDiagram.tsx";
import { FlowCounts } from "#app/results/paper/tables.tsx";
import type { ResultsPage } from "#debate/protocol/pages.ts";

/** [M14] Whether minds stayed changed, with a picture that needs no script and its counts. */
export function PaperLater({ page }: { page: ResultsPage }) {
  const t = useTranslations("flow");
  const { later } = page.results;
  if (!later) return null;
  const { from, to, n } = later.paired;
  return (
    <DidItLast later={later}>
      <figure className="min-w-0">
        <figcaption className="mb-2 text-sm font-semibold text-balance">
          {t("title", { from, to, count: n })}
        </figcaption>
        <FlowDiagram movement={later.paired} size="page" />
        <p className="mt-2 text-xs text-ink-soft text-pretty">{t("hint")}</p>
      </figure>
      <FlowCounts movement={later.paired} />
    </DidItLast>
  );
}
