import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { QuotedWords } from "#app/shared/rebuttals/QuotedWords.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { CardRebuttal } from "#debate/counting/card.ts";

/** What a rebuttal answers: a sentence of a position, or a classmate's words. */
export function Answered({ rebuttal, debate }: { rebuttal: CardRebuttal; debate: ReadDebate | null }) {
  const t = useTranslations("card");
  const { quote, isReply, answers } = rebuttal;
  const expert = debate?.positions.find(({ side }) => side === quote?.side)?.expert.name;
  return (
    <>
      {quote && (
        <Quotation words={<QuotedWords quote={quote} debate={debate} className={QUOTED} />}>
          {expert && t.rich("credit.paragraph", { name: inSentence(expert), n: quote.n })}
        </Quotation>
      )}
      {isReply && (
        <Quotation
          words={
            answers && (
              <p dir="auto" className={QUOTED}>
                {answers}
              </p>
            )
          }
        >
          {t("written.inReply")}
        </Quotation>
      )}
    </>
  );
}

const QUOTED = "line-clamp-3 font-serif";

function Quotation({ words, children }: { words: ReactNode; children: ReactNode }) {
  return (
    <blockquote className="break-inside-avoid break-after-avoid border-l-2 border-line-strong pl-3 text-sm text-ink-soft">
      <p className="font-semibold">{children}</p>
      {words}
    </blockquote>
  );
}
