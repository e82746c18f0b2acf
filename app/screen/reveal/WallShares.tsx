import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import type { ShownFlow } from "#app/results/reveal/shown-flow.ts";
import { StackedBar } from "#app/results/rounds/ShareBar.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import { CHOICES } from "#debate/rules/choices.ts";

/** [Z3] Replaces the flow by both votes in rounded shares, a bar each; the second bar's space stays empty until it is shown. */
export function WallShares({ shown }: { shown: Extract<ShownFlow, { kind: "shares" }> }) {
  const t = useTranslations("flow");
  const names = useTranslations("choices");
  const format = useFormatter();
  const { from, to, shares } = shown.movement;
  if (!shares) return null;
  const votes = [
    { round: from, vote: shares.from, isTold: true },
    { round: to, vote: shares.to, isTold: shown.hasLater },
  ];
  return (
    <div aria-hidden="true" className="grid h-full content-center gap-[2.2cqi] handheld:gap-6">
      {votes.map(({ round, vote, isTold }) => (
        <div
          key={round}
          className={classNames(
            "grid grid-cols-[8.5cqi_minmax(0,1fr)] gap-y-[0.6cqi] handheld:grid-cols-1 handheld:gap-y-2",
            !isTold && "invisible",
          )}
        >
          <p className="self-center text-wall-md font-semibold">{t("round", { round })}</p>
          <StackedBar tally={vote} className="h-[4cqi]! handheld:h-8!" />
          <p className="col-start-2 flex justify-between gap-x-[0.8em] handheld:col-start-1 handheld:flex-wrap text-[max(var(--wall-floor,1.125rem),1.8cqi)] whitespace-nowrap tabular-nums">
            {CHOICES.map((choice) => (
              <span key={choice}>
                <ChoiceMark choice={choice} className="mr-[0.3em]" />
                {names(`${choice}.name`)}{" "}
                <strong>{t("rounded.about", { share: percentage(format, vote[choice]) })}</strong>
              </span>
            ))}
          </p>
        </div>
      ))}
    </div>
  );
}
