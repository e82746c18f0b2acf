"use client";
import { useTranslations } from "next-intl";
import { Reveal } from "#app/results/Reveal.tsx";
import { useRevealStep } from "#app/screen/use-reveal-step.ts";
import type { Wall } from "#app/screen/wall.ts";

/** The reveal, step by step: the vote before, the flow to the vote after, the verdict. */
export function ResultsFace({ wall: { results, isCopy } }: { wall: Wall }) {
  const t = useTranslations("screen.results");
  const step = useRevealStep(results !== null, !isCopy);
  if (!results)
    return (
      <p role="status" className="grid h-full content-center font-serif text-wall-xl">
        {t("waiting")}
      </p>
    );
  return <Reveal results={results} step={step} />;
}
