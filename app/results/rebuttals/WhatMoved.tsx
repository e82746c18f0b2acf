import { useTranslations } from "next-intl";
import { MessageSquareText } from "#app/icons/icons.ts";
import { CountedRebuttal } from "#app/results/rebuttals/CountedRebuttal.tsx";
import { MovedVotes } from "#app/results/rebuttals/MovedVotes.tsx";
import { type Trail, trailOf } from "#app/results/rebuttals/trail.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { RebuttalResult, Results } from "#debate/counting/results.ts";

type WhatMovedProps = { results: Results; debate: ReadDebate };

/** How many stand open before "Show all". */
const FIRST = 6;

/** The rebuttals in the order of the results, each with what it answers. */
export function WhatMoved({ results, debate }: WhatMovedProps) {
  const t = useTranslations("results.rebuttals");
  const { rebuttals, rebuttalsInAll, commonGround } = results;
  if (rebuttals.length === 0) {
    return (
      <>
        <MovedVotes results={results} debate={debate} />
        <EmptyState icon={MessageSquareText} title={t("noneTitle")}>
          {t("noneBody")}
        </EmptyState>
      </>
    );
  }
  const trail = trailOf(debate, rebuttals);
  const bodies = new Map(rebuttals.map(({ id, body }) => [id, body]));
  const cards = (some: readonly RebuttalResult[]) => (
    <ol className="gap-4 lg:columns-2">
      {some.map((rebuttal) => (
        <li key={rebuttal.id} className="mb-4 break-inside-avoid">
          <CountedRebuttal
            rebuttal={rebuttal}
            isCommonGround={commonGround?.includes(rebuttal.id)}
            answers={answeredBy(rebuttal, debate, bodies, trail)}
            replies={trail.repliesTo(rebuttal.id)}
          />
        </li>
      ))}
    </ol>
  );
  const rest = rebuttals.slice(FIRST);
  return (
    <div className="grid grid-cols-1 gap-6">
      <MovedVotes results={results} debate={debate} />
      {rebuttalsInAll !== undefined && (
        <p className="text-sm text-ink-soft">
          {t("leftOut", { count: rebuttals.length, all: rebuttalsInAll })}
        </p>
      )}
      {cards(rebuttals.slice(0, FIRST))}
      {rest.length > 0 && (
        <details className="group">
          <summary className="flex min-h-touch items-center justify-center rounded-control border border-line-strong bg-surface px-4 font-semibold group-open:mb-4 hover:bg-sunken">
            <span className="group-open:hidden">{t("showRest", { count: rest.length })}</span>
            <span className="hidden group-open:inline">{t("hideRest")}</span>
          </summary>
          {cards(rest)}
        </details>
      )}
    </div>
  );
}

function answeredBy(
  rebuttal: RebuttalResult,
  debate: ReadDebate,
  bodies: ReadonlyMap<string, string>,
  trail: Trail,
) {
  const { quote, replyTo } = rebuttal;
  const anchor = trail.answered(rebuttal);
  const reply = replyTo === undefined ? undefined : bodies.get(replyTo);
  if (reply !== undefined) return { reply, anchor };
  const expert = quote && debate.positions.find(({ side }) => side === quote.side)?.expert.name;
  return expert ? { expert, debate, anchor } : null;
}
