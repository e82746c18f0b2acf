import { useTranslations } from "next-intl";
import { StackedBar } from "#app/results/rounds/ShareBar.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { Results } from "#debate/counting/results.ts";
import type { RoundTally } from "#debate/counting/tally.ts";
import { CHOICES } from "#debate/rules/choices.ts";

/** Every round's tally, of everyone who voted in it. */
export function Rounds({ results: { rounds, onPaper } }: { results: Results }) {
  const t = useTranslations("results.rounds");
  const report = useTranslations("report");
  const names = useTranslations("choices");
  const phases = useTranslations("phases.rounds");
  return (
    <ul className="grid gap-5">
      {rounds.map((round) => (
        <li key={round.round} className="grid gap-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-6">
            <span className="font-semibold">{phases(round.round)}</span>
            <span className="text-sm text-ink-soft">{t("voted", { count: round.n })}</span>
          </p>
          {isWhole(round) && round.n > 0 && <StackedBar tally={round} />}
          {isWhole(round) && (
            <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm tabular-nums">
              {CHOICES.map((choice) => (
                <span key={choice} className="inline-flex items-center gap-1.5">
                  <ChoiceMark choice={choice} />
                  {names(`${choice}.name`)} <strong>{round[choice]}</strong>
                </span>
              ))}
            </p>
          )}
        </li>
      ))}
      {onPaper && <li className="text-ink-soft">{report("onPaper", { count: onPaper })}</li>}
    </ul>
  );
}

/** Whether its counts are shown, and not only how many voted. */
function isWhole(round: Results["rounds"][number]): round is RoundTally {
  return round.for !== null;
}
