import { useTranslations } from "next-intl";
import { Prose } from "#app/instructor/reading/Prose.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { directionOf } from "#app/shared/text/direction.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { PositionPicture } from "#app/shared/text/PositionPicture.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Paragraph, Position } from "#debate/content/debate.ts";
import { affiliation, fullName } from "#debate/content/expert-words.ts";

export function PrintedPosition({ position: { side, expert, paragraphs, picture } }: { position: Position }) {
  const t = useTranslations("instructor.debate");
  return (
    <section aria-labelledby={`position-${side}`} className="pt-6 lg:px-8 lg:first:ps-0 lg:last:pe-0">
      <ChoiceBadge choice={side} className="text-lg" />
      <Written as="h2" id={`position-${side}`} className="mt-2 font-serif text-2xl font-medium wrap-anywhere">
        {fullName(expert)}
      </Written>
      <Written as="p" className="empty:hidden mt-1 text-sm text-ink-soft text-pretty wrap-anywhere">
        {affiliation(expert)}
      </Written>
      <PositionPicture picture={picture} className="mt-6" />
      <ol className="mt-6 grid gap-4">
        {paragraphs.map((paragraph) => (
          <NumberedParagraph key={paragraph.n} paragraph={paragraph} />
        ))}
      </ol>
      {expert.biography && (
        <div className="mt-8 max-w-measure rounded-card bg-sunken p-4 sm:p-5">
          <h3 className="eyebrow text-ink-soft">{t.rich("biography", { name: inSentence(expert.name) })}</h3>
          <Prose className="mt-2 text-sm">{expert.biography}</Prose>
        </div>
      )}
    </section>
  );
}

function NumberedParagraph({ paragraph: { n, text, quoted, marks } }: { paragraph: Paragraph }) {
  const t = useTranslations("instructor.debate");
  return (
    <li dir={directionOf(text)} className="grid max-w-measure grid-cols-[2rem_minmax(0,1fr)]">
      <span className="pt-1 text-sm text-ink-soft tabular-nums select-none">{n}</span>
      <div>
        {quoted && <span className="sr-only">{t("quotation")}</span>}
        <Written
          as="p"
          marks={marks}
          className={classNames(
            "font-serif text-lg leading-relaxed whitespace-pre-line text-pretty wrap-anywhere",
            quoted && "border-s-3 border-line-strong ps-4 italic",
          )}
        >
          {text}
        </Written>
      </div>
    </li>
  );
}
