"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Check, TriangleAlert } from "#app/icons/icons.ts";
import { sentencesIn } from "#app/instructor/versions/versions-form.ts";
import { classNames } from "#app/shared/class-names.ts";
import { ContentIn, Written } from "#app/shared/text/Written.tsx";
import type { Debate } from "#debate/content/debate.ts";
import type { Side } from "#debate/rules/choices.ts";

export const pairId = (side: Side, paragraph: number) => `version-${side}-${paragraph}`;

type ParagraphPairProps = {
  side: Side;
  /** From 1. */
  number: number;
  format: Debate["format"];
  original: string;
  originalLang: string | undefined;
  text: string;
  lang: string;
  onText: (side: Side, number: number, text: string) => void;
};

/** One paragraph of the original, sentence by sentence, and the same in other words. */
export const ParagraphPair = memo(function ParagraphPair(props: ParagraphPairProps) {
  const { side, number, format, original, originalLang, text, lang, onText } = props;
  const t = useTranslations("instructor.reading");
  const names = useTranslations("choices");
  const id = pairId(side, number);
  const [theirs, own] = [sentencesIn(format, original), sentencesIn(format, text)];
  const [expected, found] = [theirs.length, own.length];
  const isBegun = text.trim() !== "";
  const fits = expected === found;
  return (
    <li className="grid gap-3 border-t border-line py-4 md:grid-cols-2 md:gap-6">
      <div className="min-w-0">
        <p className="mb-1 text-sm font-semibold">{t("paragraph", { n: number })}</p>
        <ContentIn lang={originalLang}>
          <Sentences all={theirs} />
        </ContentIn>
      </div>
      <div className="grid min-w-0 content-start gap-1.5">
        <label htmlFor={id} className="text-sm font-semibold">
          {t("inVersion", { side: names(`${side}.name`), n: number })}
        </label>
        <textarea
          id={id}
          dir="auto"
          lang={lang || undefined}
          rows={Math.min(14, Math.max(3, Math.ceil(original.length / 60)))}
          value={text}
          aria-describedby={`${id}-count`}
          aria-invalid={(isBegun && !fits) || undefined}
          onChange={({ target }) => onText(side, number, target.value)}
          className="field-sizing-content min-h-24 w-full rounded-control border border-line-strong bg-surface px-3.5 py-2.5 font-serif text-base leading-relaxed"
        />
        <p
          id={`${id}-count`}
          className={classNames(
            "flex items-start gap-1.5 text-sm",
            isBegun && !fits ? "font-semibold text-warn" : "text-ink-soft",
          )}
        >
          {fits && <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-good" strokeWidth={3} />}
          {isBegun && !fits && <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />}
          {fits ? t("fits", { count: found }) : t("differs", { found, expected })}
        </p>
        {isBegun && !fits && (
          <ContentIn lang={lang || undefined}>
            <Sentences all={own} />
          </ContentIn>
        )}
      </div>
    </li>
  );
});

function Sentences({ all }: { all: readonly string[] }) {
  return (
    <ol className="grid list-decimal gap-1 ps-6 font-serif leading-relaxed marker:font-sans marker:text-xs marker:text-ink-soft">
      {all.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is its place in the paragraph.
        <Written as="li" key={index}>
          {sentence.trim()}
        </Written>
      ))}
    </ol>
  );
}
