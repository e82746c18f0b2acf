"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FlowDiagram } from "#app/results/FlowDiagram.tsx";
import { RoundedShares } from "#app/results/RoundedShares.tsx";
import { VerdictSentence } from "#app/results/VerdictSentence.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { Results } from "#debate/counting/results.ts";

/** What the wall shows: the first vote, then the flow to the second, then the sentence. */
export const REVEAL_STEPS = ["before", "flow", "verdict"] as const;
export type RevealStep = (typeof REVEAL_STEPS)[number];

/** Milliseconds that each step stands before the next. */
const PACE = { before: 2500, flow: 4500 } as const;

type RevealProps = {
  results: Pick<Results, "paired" | "verdict">;
  /** The step that somebody else decides about; without it the steps follow by themselves. */
  step?: RevealStep;
  className?: string;
};

/** The result for the projector. Who asked for less motion gets everything at once. */
export function Reveal({ results: { paired, verdict }, step: decided, className }: RevealProps) {
  const t = useTranslations("flow");
  const own = useSteps(decided === undefined);
  const step = decided ?? own;
  const hasFlow = step !== "before";
  return (
    <section
      aria-label={t("reveal.label")}
      className={classNames(
        "@container grid h-full min-h-0 grid-rows-[minmax(0,1fr)_auto] gap-[2cqi]",
        className,
      )}
    >
      {paired.n > 0 && paired.matrix ? (
        <FlowDiagram
          movement={{ ...paired, matrix: paired.matrix }}
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
        {(step === "verdict" || paired.n === 0) && (
          <VerdictSentence as="p" size="wall" sentence={verdict.sentence} className="appear" />
        )}
      </div>
    </section>
  );
}

function useSteps(runs: boolean): RevealStep {
  const [step, setStep] = useState<RevealStep>("before");
  useEffect(() => {
    if (!runs) return;
    const prefersLess = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const toFlow = setTimeout(() => setStep("flow"), prefersLess ? 0 : PACE.before);
    const toVerdict = setTimeout(() => setStep("verdict"), prefersLess ? 0 : PACE.before + PACE.flow);
    return () => {
      clearTimeout(toFlow);
      clearTimeout(toVerdict);
    };
  }, [runs]);
  return step;
}
