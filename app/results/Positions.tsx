import { useTranslations } from "next-intl";
import { PositionParagraph } from "#app/results/PositionParagraph.tsx";
import { ChoiceBadge } from "#app/shared/ChoiceMark.tsx";
import type { Debate } from "#debate/content/debate.ts";
import type { Results } from "#debate/counting/results.ts";

type PositionsProps = { results: Results; debate: Debate };

/** Both positions side by side, For first: where the room answered, what it credited, what nobody answered. */
export function Positions({ results, debate }: PositionsProps) {
  const t = useTranslations("results.positions");
  const hottest = Math.max(1, ...results.paragraphs.map(({ quotes }) => quotes));
  return (
    <div className="grid gap-x-10 gap-y-12 lg:grid-cols-2">
      {debate.positions.map(({ side, expert, paragraphs }) => {
        const unanswered = results.paragraphs.filter((heat) => heat.side === side && heat.unanswered).length;
        return (
          <section key={side} aria-label={expert.name} className="grid content-start gap-5">
            <header className="border-t-2 border-ink pt-3">
              <ChoiceBadge choice={side} />
              <h3 dir="auto" className="font-serif text-xl wrap-anywhere">
                {expert.honorific ? `${expert.honorific} ${expert.name}` : expert.name}
              </h3>
              <p className="text-sm text-ink-soft">
                {unanswered === 0
                  ? t("allAnswered")
                  : t("unansweredCount", { count: unanswered, of: paragraphs.length })}
              </p>
            </header>
            <ol className="grid gap-5">
              {paragraphs.map((paragraph) => (
                <PositionParagraph
                  key={paragraph.n}
                  side={side}
                  paragraph={paragraph}
                  heat={results.paragraphs.find((heat) => heat.side === side && heat.n === paragraph.n)}
                  rebuttals={results.rebuttals.filter(
                    ({ quote }) => quote?.side === side && quote.n === paragraph.n,
                  )}
                  hottest={hottest}
                />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
