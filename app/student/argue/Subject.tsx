"use client";
import { useTranslations } from "next-intl";
import { Button } from "#app/shared/controls/Button.tsx";
import { directionOf } from "#app/shared/text/direction.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Quote } from "#debate/rules/rebuttals.ts";

type SubjectProps = {
  /** A quotation with its expert, or a rebuttal, of which nothing is known any more where it was taken down. */
  answers: { quote: Quote; expert: string } | { body?: string | undefined; by?: string | undefined };
  /** Null where it stays. */
  onRemove: (() => void) | null;
};

/** What a rebuttal that is being written answers. */
export function Subject({ answers, onRemove }: SubjectProps) {
  const t = useTranslations("student.composer");
  const isQuote = "quote" in answers;
  const words = isQuote ? answers.quote.exact : answers.body;
  return (
    <blockquote dir={directionOf(words ?? "")} className="border-s-2 border-line-strong ps-3 text-ink-soft">
      {!isQuote && (
        <p className="text-sm font-semibold">
          {answers.by ? t.rich("replyingTo", { name: inSentence(answers.by) }) : t("replying")}
        </p>
      )}
      <Written as="p" className="line-clamp-4 font-serif">
        {words ?? t("answeredGone")}
      </Written>
      <div className="flex flex-wrap items-center justify-between gap-x-4 text-sm">
        {isQuote && <p>{t.rich("quoting", { name: inSentence(answers.expert), n: answers.quote.n })}</p>}
        {onRemove && (
          <Button variant="quiet" className="-mb-2 -ml-2 px-2! text-sm!" onClick={onRemove}>
            {t(isQuote ? "removeQuote" : "removeReply")}
          </Button>
        )}
      </div>
    </blockquote>
  );
}
