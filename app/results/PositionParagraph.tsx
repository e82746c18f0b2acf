import { useTranslations } from "next-intl";
import { CountedRebuttal } from "#app/results/CountedRebuttal.tsx";
import { quotedSpans } from "#app/results/quoted-spans.ts";
import { WallPick } from "#app/results/wall-pick.tsx";
import type { Paragraph } from "#debate/content/debate.ts";
import type { ParagraphResult, RebuttalResult } from "#debate/counting/results.ts";
import type { Side } from "#debate/rules/choices.ts";

type PositionParagraphProps = {
  side: Side;
  paragraph: Paragraph;
  heat: ParagraphResult | undefined;
  rebuttals: readonly RebuttalResult[];
  /** The most quotations that any paragraph has. */
  hottest: number;
};

/** A numbered paragraph with the sentences that were answered marked, and the answers folded under it. */
export function PositionParagraph({
  side,
  paragraph: { n, text },
  heat,
  rebuttals,
  hottest,
}: PositionParagraphProps) {
  const t = useTranslations("results.positions");
  const quotes = heat?.quotes ?? 0;
  const credits = heat?.credits ?? 0;
  const spans = quotedSpans(
    text,
    rebuttals.flatMap(({ quote }) => quote?.exact ?? []),
  );
  return (
    <li className="grid grid-cols-[1.75rem_1fr] gap-x-2">
      <div className="relative flex flex-col items-start">
        <span className="text-sm text-ink-soft tabular-nums">{n}</span>
        {/* The heat: the more it was answered, the broader the line. */}
        <span aria-hidden="true" className="mt-1 block w-4 flex-1">
          <span
            className="block h-full rounded-full bg-ink"
            style={{
              width: quotes === 0 ? "1px" : `${3 + (11 * quotes) / hottest}px`,
              opacity: quotes === 0 ? 0.25 : 0.75,
            }}
          />
        </span>
      </div>
      <div className="grid gap-2">
        <p dir="auto" className="font-serif text-lg text-pretty wrap-anywhere">
          {spans.map((span, place) =>
            span.quoted ? (
              <mark
                // biome-ignore lint/suspicious/noArrayIndexKey: a span is its place.
                key={place}
                className="bg-warn-wash text-ink underline decoration-warn decoration-2 underline-offset-4"
              >
                {span.text}
              </mark>
            ) : (
              span.text
            ),
          )}
        </p>
        <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
          <span>{quotes === 0 ? t("unanswered") : t("quotes", { count: quotes })}</span>
          {credits > 0 && <span className="font-semibold text-ink">{t("credits", { count: credits })}</span>}
        </p>
        <WallPick what={{ paragraph: { side, n } }} />
        {rebuttals.length > 0 && (
          <details className="group">
            <summary className="inline-flex min-h-touch items-center font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink">
              {t("showAnswers", { count: rebuttals.length })}
            </summary>
            <ul className="grid gap-3 pt-2">
              {rebuttals.map((rebuttal) => (
                <li key={rebuttal.id}>
                  <CountedRebuttal rebuttal={rebuttal} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
