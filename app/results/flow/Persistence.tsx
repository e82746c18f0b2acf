import { useFormatter, useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { percentage } from "#app/results/figures.ts";
import { flowTotals } from "#app/results/flow/flow-totals.ts";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import { ShareBar } from "#app/results/rounds/ShareBar.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Results } from "#debate/counting/results.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";

/** Conversion and retention of both sides, in equal space. */
export function Persistence({ results }: { results: Results }) {
  return (
    <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
      {SIDES.map((side) => (
        <div key={side} className="grid content-start gap-4 border-t-2 border-ink pt-3">
          <h3>
            <ChoiceBadge choice={side} className="text-lg" />
          </h3>
          <dl className="grid gap-4">
            <Share results={results} side={side} kind="conversion" />
            <Share results={results} side={side} kind="retention" />
          </dl>
        </div>
      ))}
    </div>
  );
}

type ShareProps = { results: Results; side: Side; kind: "conversion" | "retention" };

function Share({ results, side, kind }: ShareProps) {
  const t = useTranslations("results.persistence");
  const names = useTranslations("choices");
  const format = useFormatter();
  const { list } = useJoined();
  const how = useHow();
  const shares = results[kind];
  if (!results.paired.matrix || !shares) return null;
  const { before, after, stayed } = flowTotals(results.paired.matrix)[side];
  const people = kind === "conversion" ? after - stayed : stayed;
  const of = kind === "conversion" ? results.paired.n - before : before;
  const share = shares[side];
  return (
    <div className="grid gap-1.5">
      <dt className="flex items-baseline justify-between gap-4 font-semibold">
        {t(kind)}
        <span className="font-serif text-2xl font-normal tabular-nums">
          {share === null ? "–" : percentage(format, share)}
        </span>
      </dt>
      <dd className="grid gap-1.5 text-sm text-ink-soft">
        {share !== null && <ShareBar share={share} choice={side} />}
        {share === null
          ? t(`${kind}None`, { side: names(`${side}.name`) })
          : t(`${kind}Detail`, { count: people, of, side: names(`${side}.name`) })}
        {share !== null && (
          <How
            of={list(t(kind), names(`${side}.name`))}
            steps={how.share(results.paired.matrix, side, kind)}
          />
        )}
      </dd>
    </div>
  );
}
