import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import { StackedBar } from "#app/results/rounds/ShareBar.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { MovementResult } from "#debate/counting/results.ts";
import { CHOICES } from "#debate/rules/choices.ts";

type RoundedSharesProps = {
  movement: MovementResult;
  isLaterHidden?: boolean;
};

/** Replaces a flow that would single someone out: says why, and shows rounded shares of both votes if those hide everyone. */
export function RoundedShares({ movement, isLaterHidden = false }: RoundedSharesProps) {
  const t = useTranslations("flow.rounded");
  const rounds = useTranslations("flow");
  const names = useTranslations("choices");
  const format = useFormatter();
  const { from, to, shares } = movement;
  const votes = shares
    ? [
        { round: from, vote: shares.from },
        { round: to, vote: shares.to },
      ]
    : [];
  return (
    <div className="grid content-center gap-[1.25em]">
      {votes.slice(0, isLaterHidden ? 1 : 2).map(({ round, vote }) => (
        <div key={round} className="grid gap-[0.4em]">
          <p className="font-semibold">{rounds("round", { round })}</p>
          <StackedBar tally={vote} className="h-[1.5em]!" />
          <p className="flex flex-wrap gap-x-[1.5em] tabular-nums">
            {CHOICES.map((choice) => (
              <span key={choice} className="inline-flex items-center gap-[0.4em]">
                <ChoiceMark choice={choice} />
                {names(`${choice}.name`)}{" "}
                <strong>{t("about", { share: percentage(format, vote[choice]) })}</strong>
              </span>
            ))}
          </p>
        </div>
      ))}
      <p className="text-[0.9em] text-ink-soft text-pretty">{t(shares ? "why" : "nothing")}</p>
    </div>
  );
}
