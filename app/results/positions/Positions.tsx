import { useTranslations } from "next-intl";
import { PositionParagraph } from "#app/results/positions/PositionParagraph.tsx";
import { anchorOf, trailOf } from "#app/results/rebuttals/trail.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { fullName } from "#debate/content/expert-words.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Results } from "#debate/counting/results.ts";

type PositionsProps = { results: Results; debate: ReadDebate };

/** Both positions side by side, For first, with the paragraphs that were answered, credited or left unanswered. */
export function Positions({ results, debate }: PositionsProps) {
  const t = useTranslations("results.positions");
  const trail = trailOf(debate, results.rebuttals);
  const hottest = Math.max(1, ...results.paragraphs.map(({ quotes }) => quotes));
  return (
    <div className="grid gap-x-10 gap-y-12 lg:grid-cols-2">
      {debate.positions.map(({ side, expert, paragraphs }) => {
        const ownHeat = results.paragraphs.filter((heat) => heat.side === side);
        const unanswered = ownHeat.filter((heat) => heat.unanswered);
        return (
          <section key={side} aria-label={expert.name} className="grid content-start gap-5">
            <header className="border-t-2 border-ink pt-3">
              <ChoiceBadge choice={side} />
              <Written as="h3" className="font-serif text-xl wrap-anywhere">
                {fullName(expert)}
              </Written>
              <p className="text-sm text-ink-soft">
                {unanswered.length === 0
                  ? t("allAnswered")
                  : t("unansweredCount", { count: unanswered.length, of: paragraphs.length })}
              </p>
              {unanswered.length > 0 && (
                <ul aria-label={t("unanswered")} className="flex flex-wrap gap-x-4 text-sm">
                  {unanswered.map((heat) => (
                    <li key={heat.n}>
                      <a
                        href={`#${anchorOf.paragraph(heat)}`}
                        className="inline-flex min-h-touch items-center soft-underline"
                      >
                        {t("paragraph", { n: heat.n })}
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </header>
            <ol className="grid gap-5">
              {ownHeat.map((heat) => (
                <PositionParagraph
                  key={heat.n}
                  heat={heat}
                  spans={trail.spansOf(heat)}
                  marks={paragraphs[heat.n - 1]?.marks}
                  rebuttals={results.rebuttals.filter(
                    ({ quote }) => quote?.side === side && quote.n === heat.n,
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
