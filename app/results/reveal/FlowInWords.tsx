"use client";
import { useTranslations } from "next-intl";
import { ChevronDown } from "#app/icons/icons.ts";
import { FlowTable } from "#app/results/flow/FlowTable.tsx";
import { FlowNumbers } from "#app/results/reveal/SpokenTable.tsx";
import type { ShownFlow } from "#app/results/reveal/shown-flow.ts";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";

/** [F5] The flow as a sentence and, unfolded, as a table, for everyone: its streams have no numbers on them. */
export function FlowInWords({ shown }: { shown: ShownFlow }) {
  const t = useTranslations("flow");
  const { way } = useStepWords();
  if (shown.kind !== "flow") return <FlowNumbers shown={shown} />;
  return (
    <>
      <p>{way(shown)}</p>
      <details className="group">
        <summary className="inline-flex min-h-touch list-none items-center gap-1.5 font-semibold underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden">
          <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
          {t("showTable")}
        </summary>
        <FlowTable movement={shown.movement} isRounded={shown.isRounded} />
      </details>
    </>
  );
}
