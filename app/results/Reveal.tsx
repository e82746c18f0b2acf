"use client";

import { useTranslations } from "next-intl";
import { FlowDiagram } from "#app/results/FlowDiagram.tsx";
import { RoundedShares } from "#app/results/RoundedShares.tsx";
import { VerdictSentence } from "#app/results/VerdictSentence.tsx";
import type { Results } from "#debate/counting/results.ts";

/** What the wall shows: the first vote, then the flow to the second, then the sentence. */
export const REVEAL_STEPS = ["before", "flow", "verdict"] as const;
export type RevealStep = (typeof REVEAL_STEPS)[number];

type RevealProps = {
  results: Pick<Results, "paired" | "verdict">;
  step: RevealStep;
};

/** The result for the projector. */
export function Reveal({ results: { paired, verdict }, step }: RevealProps) {
  const t = useTranslations("flow");
  const rounded = useTranslations("flow.rounded");
  const matrix = paired.matrix ?? paired.rounded;
  const hasFlow = step !== "before";
  return (
    <section
      aria-label={t("reveal.label")}
      className="@container grid h-full min-h-0 grid-rows-[minmax(0,1fr)_auto] gap-[2cqi]"
    >
      {paired.n > 0 && matrix ? (
        <FlowDiagram
          movement={{ ...paired, matrix }}
          size="wall"
          stage={hasFlow ? "flowing" : "waiting"}
          className="h-full"
        />
      ) : paired.n > 0 ? (
        <RoundedShares movement={paired} isLaterHidden={!hasFlow} className="text-wall-md" />
      ) : (
        <div />
      )}
      <div aria-live="polite" className="min-h-[13.5cqi]">
        {paired.rounded && hasFlow && <p className="text-wall-sm text-ink-soft">{rounded("noisy")}</p>}
        {(step === "verdict" || paired.n === 0) && (
          <VerdictSentence as="p" size="wall" verdict={verdict} className="appear" />
        )}
      </div>
    </section>
  );
}
