"use client";
import { useTranslations } from "next-intl";
import { ContentIn, Written } from "#app/shared/text/Written.tsx";
import { asRead, languageOf, languageRead, type ReadDebate } from "#debate/content/versions.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";

type QuotedWordsProps = {
  quote: Quote;
  debate: ReadDebate | null;
  className: string;
  /** Of the words that were quoted, where they are not the reader's. */
  besideClassName?: string;
};

/** [X3] A quotation in the version that the reader has, and beside it the words that were quoted, if these are others. */
export function QuotedWords({ quote, debate, className, besideClassName }: QuotedWordsProps) {
  const t = useTranslations("shared");
  const own = debate && asRead(debate, quote);
  const words = (
    <Written as={own ? "q" : "p"} className={own ? undefined : className}>
      {quote.exact}
    </Written>
  );
  const quoted = debate ? <ContentIn lang={languageOf(debate, quote.version)}>{words}</ContentIn> : words;
  if (!own) return quoted;
  return (
    <>
      <ContentIn lang={languageRead(debate)}>
        <Written as="p" className={className}>
          {own}
        </Written>
      </ContentIn>
      <p className={besideClassName ?? "mt-1 line-clamp-2 text-sm text-ink-soft"}>
        {t.rich("quotedAs", { words: () => quoted })}
      </p>
    </>
  );
}
