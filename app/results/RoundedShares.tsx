import { useFormatter, useTranslations } from "next-intl";
import { FlowDiagram } from "#app/results/FlowDiagram.tsx";
import { FlowTable } from "#app/results/FlowTable.tsx";
import { percentage } from "#app/results/figures.ts";
import { StackedBar } from "#app/results/ShareBar.tsx";
import { ChoiceMark } from "#app/shared/ChoiceMark.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { MovementResult } from "#debate/counting/results.ts";
import { CHOICES } from "#debate/rules/choices.ts";

type RoundedSharesProps = {
  movement: MovementResult;
  isLaterHidden?: boolean;
  isWall?: boolean;
  className?: string;
};

/** In place of the flow where it would single somebody out: why, and both votes in rounded shares where those hide everybody. */
export function RoundedShares({ movement, isLaterHidden = false, className }: RoundedSharesProps) {
  const t = useTranslations("flow.rounded");
  const rounds = useTranslations("flow");
  const names = useTranslations("choices");
  const format = useFormatter();
  const { from, to, shares, rounded } = movement;
  if (rounded) {
    const flow = { from, to, n: movement.n, matrix: rounded };
    return (
      <div className={classNames("grid content-center gap-[1.25em]", className)}>
        <FlowDiagram movement={flow} size="phone" className="max-w-md" />
        <div className="sr-only">
          <FlowTable movement={flow} />
        </div>
        <p className="text-[0.9em] text-ink-soft text-pretty">{t("noisy")}</p>
      </div>
    );
  }
  const votes = shares
    ? [
        { round: from, vote: shares.from },
        { round: to, vote: shares.to },
      ]
    : [];
  return (
    <div className={classNames("grid content-center gap-[1.25em]", className)}>
      {votes.map(({ round, vote }) => (
        <div
          key={round}
          className={classNames("grid gap-[0.4em]", round === to && isLaterHidden && "invisible")}
        >
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
