import { useTranslations } from "next-intl";
import { SheetPart } from "#app/shared/print/PrintSheet.tsx";
import { directionOf } from "#app/shared/text/direction.ts";
import { PositionPicture } from "#app/shared/text/PositionPicture.tsx";
import { PublicationDate } from "#app/shared/text/PublicationDate.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Debate, Position } from "#debate/content/debate.ts";
import { affiliation, fullName } from "#debate/content/expert-words.ts";
import type { Kit } from "#debate/content/kit.ts";

/** For a class without phones: what helps to read, both positions, each from the top of a page, and questions. */
export function HandoutPaper({ debate }: { debate: Debate }) {
  const t = useTranslations("kitPaper.handout");
  const { introduction, positions, kit = {} } = debate;
  const { glossary = [], questions = [] } = kit;
  return (
    <>
      {introduction !== "" && (
        <div className="grid max-w-measure gap-2 print:max-w-none print:gap-1.5 print:text-[0.93em] print:leading-[1.35] print:[&:lang(ja)]:leading-normal">
          {introduction.split(/\n{2,}/u).map((paragraph) => (
            <Written as="p" key={paragraph} className="font-serif">
              {paragraph}
            </Written>
          ))}
        </div>
      )}
      {glossary.length > 0 && (
        <SheetPart title={t("words")}>
          <GlossaryList glossary={glossary} />
        </SheetPart>
      )}
      {positions.map((position, index) => (
        <PositionPart
          key={position.side}
          position={position}
          // A page with nothing but the head of the sheet would be wasted.
          isNewPage={index > 0 || introduction !== "" || glossary.length > 0}
        />
      ))}
      {questions.length > 0 && (
        <SheetPart title={t("questions")}>
          <ol className="grid gap-4">
            {questions.map(({ question, options }, index) => (
              <li key={question} data-whole>
                <p className="flex gap-2 font-semibold">
                  <span className="tabular-nums">{index + 1}.</span>
                  <Written>{question}</Written>
                </p>
                <ul className="mt-1 grid gap-1 ps-6">
                  {options.map((option) => (
                    <li key={option} className="flex gap-2">
                      <Box />
                      <Written>{option}</Written>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </SheetPart>
      )}
      <Source debate={debate} />
    </>
  );
}

type PositionPartProps = { position: Position; isNewPage: boolean };

function PositionPart({ position: { side, expert, paragraphs, picture }, isNewPage }: PositionPartProps) {
  return (
    <SheetPart
      isNewPage={isNewPage}
      title={
        <span className="flex flex-wrap items-baseline gap-x-3">
          <ChoiceBadge choice={side} className="font-sans text-base" />
          <Written>{fullName(expert)}</Written>
        </span>
      }
    >
      <Written as="p" className="mb-3 text-sm text-ink-soft">
        {affiliation(expert)}
      </Written>
      <PositionPicture picture={picture} className="mb-3 print:max-h-[7cm] print:w-auto" />
      <ol className="grid gap-2.5 print:block print:columns-2 print:gap-8">
        {paragraphs.map(({ n, text, quoted }) => (
          <li
            key={n}
            dir={directionOf(text)}
            className="grid grid-cols-[1.75rem_minmax(0,1fr)] print:mb-2.5 print:grid-cols-[1.25rem_minmax(0,1fr)]"
          >
            <span className="pt-0.5 text-sm text-ink-soft tabular-nums">{n}</span>
            <Written
              as={quoted ? "blockquote" : "p"}
              className={`max-w-measure font-serif leading-relaxed whitespace-pre-line print:text-[0.93em] print:leading-[1.35] print:[&:lang(ja)]:leading-normal ${quoted ? "italic" : ""}`}
            >
              {text}
            </Written>
          </li>
        ))}
      </ol>
    </SheetPart>
  );
}

export function GlossaryList({ glossary }: { glossary: NonNullable<Kit["glossary"]> }) {
  return (
    // Its entries stay whole, and not the list, which would leave half a page empty.
    <dl className="grid gap-x-8 gap-y-1.5 text-sm sm:grid-cols-2 print:block print:break-inside-auto! print:columns-2">
      {glossary.map(({ term, meaning }) => (
        <div key={term} data-whole className="min-w-0 print:mb-1.5">
          <dt className="font-semibold">
            <Written>{term}</Written>
          </dt>
          <dd>
            <Written>{meaning}</Written>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A box to tick, drawn, since prints leave out backgrounds [F14]. */
export function Box() {
  return (
    <span
      aria-hidden="true"
      className="mt-1 inline-block size-3.5 shrink-0 rounded-[2px] border-[1.5px] border-ink"
    />
  );
}

function Source({ debate: { series, volume, issue, date, rights, kit, resources } }: { debate: Debate }) {
  const t = useTranslations("kitPaper.handout");
  const tDebate = useTranslations("instructor.debate");
  const numbers = [volume && tDebate("volume", { volume }), issue && tDebate("issue", { issue })].filter(
    Boolean,
  );
  return (
    <footer className="mt-6 grid gap-1 border-t border-line pt-2 text-xs text-ink-soft print:block print:columns-2 print:gap-8 print:leading-tight print:[&:lang(ja)]:leading-snug">
      {(series || numbers.length > 0 || date) && (
        <p>
          {t("source")} {series && <Written as="bdi">{series}</Written>} {numbers.join(" · ")}{" "}
          {date && <PublicationDate date={date} />}
        </p>
      )}
      {resources.map(({ label, url }) => (
        <p key={label + (url ?? "")} className="wrap-anywhere">
          <Written>{label}</Written>
          {url && ` · ${url}`}
        </p>
      ))}
      <Written as="p">{rights}</Written>
      {kit?.licence && <Written as="p">{kit.licence}</Written>}
    </footer>
  );
}
