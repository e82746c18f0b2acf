"use client";
import { useTranslations } from "next-intl";
import { WebLink } from "#app/shared/links/WebLink.tsx";
import { QuotedWords } from "#app/shared/rebuttals/QuotedWords.tsx";
import { directionOf } from "#app/shared/text/direction.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Seat } from "#app/student/join/seat.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";

type RebuttalTextProps = {
  quote?: Quote | undefined;
  debate: ReadDebate | null;
  isReply: boolean;
  answered?: string | undefined;
  answeredBy?: string | undefined;
  body: string;
  source?: string | undefined;
  show: Seat["show"];
};

/** What is answered, the answer, and where it comes from. */
export function RebuttalText({
  quote,
  debate,
  isReply,
  answered,
  answeredBy,
  body,
  source,
  show,
}: RebuttalTextProps) {
  const t = useTranslations("student.argue");
  const expert = debate?.positions.find((position) => position.side === quote?.side)?.expert.name;
  return (
    <>
      {quote && (
        <blockquote dir={directionOf(quote.exact)} className="border-s-2 border-line-strong ps-3">
          <QuotedWords quote={quote} debate={debate} className="line-clamp-5 font-serif text-ink-soft" />
          <button
            type="button"
            onClick={() => show("read", { side: quote.side, n: quote.n })}
            className="inline-flex min-h-touch items-center text-sm text-ink-soft underline underline-offset-4"
          >
            {expert
              ? t.rich("paragraphOf", { name: inSentence(expert), n: quote.n })
              : t("paragraphN", { n: quote.n })}
          </button>
        </blockquote>
      )}
      {isReply && (
        <blockquote
          dir={directionOf(answered ?? "")}
          className="border-s-2 border-line-strong ps-3 text-sm text-ink-soft"
        >
          <p className="font-semibold">
            {answeredBy ? t.rich("inReplyToName", { name: inSentence(answeredBy) }) : t("inReplyTo")}
          </p>
          <Written as="p" className="line-clamp-3">
            {answered ?? t("answeredGone")}
          </Written>
        </blockquote>
      )}
      <Written
        as="p"
        className="text-lg whitespace-pre-line [overflow-wrap:anywhere] [unicode-bidi:plaintext]"
      >
        {body}
      </Written>
      {source && (
        <WebLink
          address={source}
          className="inline-flex min-h-touch min-w-0 flex-wrap items-center gap-x-1.5 justify-self-start text-sm underline underline-offset-4"
        >
          {t("source")}
        </WebLink>
      )}
    </>
  );
}
