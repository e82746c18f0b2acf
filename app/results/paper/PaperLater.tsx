import { useTranslations } from "next-intl";
import { FlowDiagram } from "#app/results/flow/FlowDiagram.tsx";
import { FlowCounts } from "#app/results/paper/tables.tsx";
import { DidItLast } from "#app/results/rounds/DidItLast.tsx";
import type { LaterMovement } from "#debate/counting/later.ts";

/** [M14] Whether minds stayed changed, with a picture that needs no script and its counts. */
export function PaperLater({ later }: { later: LaterMovement }) {
  const t = useTranslations("flow");
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
