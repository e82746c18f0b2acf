"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { CoinDots } from "#app/results/reveal/CoinDots.tsx";
import { CoinNumbers } from "#app/results/reveal/SpokenTable.tsx";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { coinClasses } from "#debate/counting/coin-classes.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** [S10] A hundred classes that tossed coins, and ours among them. */
export function ChanceSection({ result: { coin, paired } }: { result: ResultMessage }) {
  const t = useTranslations("flow.chance");
  const steps = useTranslations("steps");
  const { ofAHundred } = useStepWords();
  const matrix = paired?.matrix;
  const classes = useMemo(() => (matrix ? coinClasses(matrix) : null), [matrix]);
  if (!classes || coin === undefined) return null;
  return (
    <section aria-labelledby="chance" className="grid gap-4">
      <h2 id="chance" className="eyebrow text-ink-soft">
        {steps("chance.name")}
      </h2>
      <p>
        <span className="text-ink-soft">{t("suppose")}</span>{" "}
        <span className="mt-1 block font-serif text-2xl text-balance">{ofAHundred(classes)}</span>
      </p>
      <CoinDots classes={classes} size="phone" className="max-w-md" />
      <CoinNumbers steps={classes.steps} ours={classes.ours} />
    </section>
  );
}
