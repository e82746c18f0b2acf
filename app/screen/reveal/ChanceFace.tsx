"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { CoinDots } from "#app/results/reveal/CoinDots.tsx";
import { NothingToShow } from "#app/results/reveal/NothingToShow.tsx";
import { CoinNumbers } from "#app/results/reveal/SpokenTable.tsx";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { Kicker } from "#app/screen/reveal/Kicker.tsx";
import { coinClasses } from "#debate/counting/coin-classes.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** [S10] A hundred classes that tossed coins, and ours among them. */
export function ChanceFace({ result: { coin, paired } }: { result: ResultMessage }) {
  const t = useTranslations("flow.chance");
  const steps = useTranslations("steps");
  const { ofAHundred } = useStepWords();
  const matrix = paired?.matrix;
  const classes = useMemo(() => (matrix ? coinClasses(matrix) : null), [matrix]);
  if (!classes || coin === undefined)
    return <NothingToShow className="grid h-full content-center text-wall-lg text-balance" />;
  return (
    <div className="grid h-full min-h-0 grid-rows-[auto_auto_minmax(0,1fr)] gap-[1.4cqi] handheld:gap-4">
      <Kicker>{steps("chance.name")}</Kicker>
      <div className="grid gap-[0.6cqi] handheld:gap-2">
        <p className="text-wall-sm text-ink-soft">{t("suppose")}</p>
        <p className="font-serif text-wall-lg text-balance">{ofAHundred(classes)}</p>
      </div>
      <CoinDots classes={classes} size="wall" className="h-full handheld:hidden" />
      <CoinDots classes={classes} size="phone" className="hidden max-w-md handheld:block" />
      <CoinNumbers steps={classes.steps} ours={classes.ours} />
    </div>
  );
}
