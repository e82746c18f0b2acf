import { useTranslations } from "next-intl";
import { FittedText } from "#app/screen/FittedText.tsx";
import type { ShownParagraph } from "#app/screen/reveal/wall-picks.ts";
import { classNames } from "#app/shared/class-names.ts";
import { directionOf } from "#app/shared/text/direction.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { withoutLinks } from "#app/shared/text/marked.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { CHOICE_STYLES } from "#app/shared/votes/choice-styles.ts";

/** A paragraph of a position that the host put on the wall. */
export function ParagraphFace({ position: { side, expert }, paragraph: { n, text, marks } }: ShownParagraph) {
  const t = useTranslations("screen.paragraph");
  return (
    <article className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-[1.4cqi] handheld:gap-4">
      <p className="flex min-w-0 items-baseline gap-[1em] text-wall-sm">
        <ChoiceBadge choice={side} />
        <span className="min-w-0 text-ink-soft wrap-anywhere">
          {t.rich("from", { name: inSentence(expert.name), n })}
        </span>
      </p>
      <blockquote
        dir={directionOf(text)}
        className={classNames(
          "min-h-0 border-s-[0.4cqi] ps-[1.6cqi] handheld:border-s-4 handheld:ps-3",
          CHOICE_STYLES[side].border,
        )}
      >
        <FittedText of={text}>
          <Written as="p" marks={withoutLinks(marks)} className="font-serif wrap-anywhere">
            {text}
          </Written>
        </FittedText>
      </blockquote>
    </article>
  );
}
