import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { HeatMark } from "#app/results/positions/HeatMark.tsx";
import type { Span } from "#app/results/positions/quoted-spans.ts";
import { RebuttalLink } from "#app/results/rebuttals/RebuttalLink.tsx";
import { anchorOf } from "#app/results/rebuttals/trail.ts";
import { useMoverWords } from "#app/results/rebuttals/use-mover-words.ts";
import { WallPick } from "#app/results/wall-pick.tsx";
import { directionOf } from "#app/shared/text/direction.ts";
import { byLine, markedWords, withoutLinks } from "#app/shared/text/marked.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Paragraph } from "#debate/content/debate.ts";
import type { ParagraphResult, RebuttalResult } from "#debate/counting/results.ts";

type PositionParagraphProps = {
  heat: ParagraphResult;
  /** Its text, cut where it is quoted. */
  spans: readonly Span[];
  marks: Paragraph["marks"];
  rebuttals: readonly RebuttalResult[];
  /** The most quotations that any paragraph has. */
  hottest: number;
};

/** A numbered paragraph whose quoted sentences lead to the rebuttals that quote them, with how often it was quoted and credited. */
export function PositionParagraph({ heat, spans, marks, rebuttals, hottest }: PositionParagraphProps) {
  const t = useTranslations("results.positions");
  const moverWords = useMoverWords();
  const { n, quotes, movers } = heat;
  const text = spans.map((span) => span.text).join("");
  const credits = heat.credits ?? 0;
  const startOf = (index: number) => spans.slice(0, index).reduce((sum, span) => sum + span.text.length, 0);
  return (
    <li
      id={anchorOf.paragraph(heat)}
      tabIndex={-1}
      dir={directionOf(text)}
      className="results-target grid grid-cols-[2.25rem_1fr] gap-x-3"
    >
      <HeatMark n={n} quotes={quotes} credits={credits} hottest={hottest} />
      <div className="grid content-start gap-2">
        <Written as="p" of={text} className="font-serif text-lg text-pretty wrap-anywhere">
          {byLine(text, marks, (from, to) =>
            spans.map(({ text: { length }, answeredBy: [first, ...others] }, index) => {
              const start = startOf(index);
              if (start >= to || start + length <= from) return null;
              const words = markedWords(
                text,
                withoutLinks(marks),
                Math.max(start, from),
                Math.min(start + length, to),
              );
              if (first === undefined) return <Fragment key={start}>{words}</Fragment>;
              // On its first line, where a quotation goes over several.
              const target = start >= from && { id: anchorOf.sentence(heat, index), tabIndex: -1 };
              return (
                <mark key={start} {...target} className="results-target bg-transparent text-ink">
                  <a
                    href={`#${others.length === 0 ? anchorOf.rebuttal(first) : anchorOf.answers(heat)}`}
                    className="bg-warn-wash underline decoration-warn decoration-2 underline-offset-4 hover:decoration-4"
                  >
                    {words}
                  </a>
                </mark>
              );
            }),
          )}
        </Written>
        <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
          <span className={quotes === 0 ? "font-semibold" : undefined}>
            {quotes === 0 ? t("unanswered") : t("quotes", { count: quotes })}
          </span>
          {credits > 0 && (
            <a href={`#${anchorOf.credits(heat)}`} className="font-semibold text-ink soft-underline">
              {movers ? moverWords(movers) : t("credits", { count: credits })}
            </a>
          )}
        </p>
        <WallPick what={{ paragraph: { side: heat.side, n } }} />
        {rebuttals.length > 0 && (
          <details>
            <summary className="inline-flex min-h-touch items-center text-sm font-semibold soft-underline">
              {rebuttals.length < quotes
                ? t("showSomeAnswers", { count: rebuttals.length, all: quotes })
                : t("showAnswers", { count: rebuttals.length })}
            </summary>
            <ul id={anchorOf.answers(heat)} tabIndex={-1} className="results-target grid text-sm">
              {rebuttals.map((rebuttal) => (
                <li key={rebuttal.id} className="border-t border-line">
                  <RebuttalLink rebuttal={rebuttal} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
