"use client";
import { Tabs } from "@base-ui/react/tabs";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { ChevronDown, MessageSquareText } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { directionOf } from "#app/shared/text/direction.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { byLine } from "#app/shared/text/marked.tsx";
import { PositionPicture, pictureOf } from "#app/shared/text/PositionPicture.tsx";
import { ContentIn, Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Place } from "#app/student/join/seat.ts";
import type { Answers } from "#app/student/read/answered.ts";
import type { Pick } from "#app/student/read/sentence-beside.ts";
import { useSentenceMarks } from "#app/student/read/sentence-marks.tsx";
import { useTermsIn, WordsWithTerms } from "#app/student/read/Terms.tsx";
import type { Expert, Paragraph, Position } from "#debate/content/debate.ts";
import { affiliationParts, fullName } from "#debate/content/expert-words.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import type { Side } from "#debate/rules/choices.ts";

type PositionColumnProps = {
  /** The session. */
  code: string;
  position: Position;
  /** The language of its words, which is not always that of the debate. */
  lang: string | undefined;
  isShown: boolean;
  /** One column at a time, under its tab. */
  isTab: boolean;
  picked: Pick | null;
  /** The paragraph to point out. */
  place: number | null;
  /** What the class answered, by paragraph. */
  answers: ReadonlyMap<number, Answers>;
  onAnswers: (of: Place) => void;
  onPickParagraph: ((pick: Pick) => void) | null;
  /** Whether the selection can be answered now. */
  isAnswering: boolean;
};

/** One expert's position: who speaks, then numbered paragraphs. */
export const PositionColumn = memo(function PositionColumn({
  code,
  position,
  lang,
  isShown,
  isTab,
  picked,
  place,
  answers,
  onAnswers,
  onPickParagraph,
  isAnswering,
}: PositionColumnProps) {
  const { side, expert, paragraphs, picture } = position;
  return (
    <Tabs.Panel
      value={side}
      keepMounted
      render={<section />}
      {...(!isTab && { role: undefined, "aria-labelledby": `${side}-expert` })}
      // CSS hides it, and only where one column is shown at a time, so that the other can be read without scripts.
      hidden={false}
      inert={undefined}
      tabIndex={undefined}
      data-side={side}
      className={classNames(
        "min-w-0 pt-6 min-[900px]:block min-[900px]:pt-0",
        "min-[900px]:first:pe-8 min-[900px]:last:ps-8 lg:min-[900px]:first:pe-12 lg:min-[900px]:last:ps-12",
        !isShown && "hidden",
      )}
    >
      <div className="mx-auto grid grid-cols-1 max-w-measure gap-6">
        <ExpertCard side={side} expert={expert} />
        <PositionPicture picture={picture} src={pictureOf(code, side)} />
        <div className="grid grid-cols-1 gap-[1.1em] font-serif text-lg leading-[1.6]">
          <ContentIn lang={lang}>
            {paragraphs.map((paragraph) => (
              <NumberedParagraph
                key={paragraph.n}
                side={side}
                paragraph={paragraph}
                expert={expert.name}
                exact={picked?.n === paragraph.n ? picked.exact : null}
                isPlace={place === paragraph.n}
                answers={answers.get(paragraph.n)}
                onAnswers={onAnswers}
                onPick={onPickParagraph}
                isAnswering={isAnswering}
              />
            ))}
          </ContentIn>
        </div>
      </div>
    </Tabs.Panel>
  );
});

function ExpertCard({ side, expert }: { side: Side; expert: Expert }) {
  const t = useTranslations("student.read");
  return (
    <header className="grid grid-cols-1 gap-1">
      <p data-instead-of-tab className="hidden min-[900px]:block">
        <ChoiceBadge choice={side} />
      </p>
      <Written as="h3" id={`${side}-expert`} className="font-serif text-2xl font-medium">
        {fullName(expert)}
      </Written>
      {affiliationParts(expert).map((part) => (
        <Written as="p" key={part} className="text-sm text-ink-soft">
          {part}
        </Written>
      ))}
      {expert.biography && (
        <details className="group mt-1">
          <summary className="inline-flex min-h-touch list-none items-center gap-1.5 text-sm font-semibold underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden">
            <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
            {t("biography")}
          </summary>
          <Written as="p" className="pb-2 text-sm whitespace-pre-line text-ink-soft">
            {expert.biography}
          </Written>
        </details>
      )}
    </header>
  );
}

/** Letters on a line of a phone, and how many of them are as wide as one of Japanese or Chinese. */
const LINE = 42;
const WIDE = 2.4;

function linesOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return Math.ceil((text.length + wide * (WIDE - 1)) / LINE);
}

/** Each sentence with where it begins. */
function placed(sentences: readonly string[]): { start: number; words: string }[] {
  let end = 0;
  return sentences.map((words) => {
    end += words.length;
    return { start: end - words.length, words };
  });
}

/** [X10] [X11] A small sign before a sentence that its reader does not understand, and after one with a note. */
const UNCLEAR =
  "before:me-1 before:font-sans before:text-sm before:font-bold before:text-warn before:content-['?']";
const NOTED =
  "after:ms-0.5 after:me-[0.3em] after:font-sans after:font-bold after:text-warn after:content-['*']";

type NumberedParagraphProps = {
  side: Side;
  paragraph: Paragraph;
  expert: string;
  exact: string | null;
  isPlace: boolean;
  answers: Answers | undefined;
  onAnswers: (of: Place) => void;
  onPick: ((pick: Pick) => void) | null;
  isAnswering: boolean;
};

/** Drawn again only when something in it changes. */
const NumberedParagraph = memo(function NumberedParagraph(props: NumberedParagraphProps) {
  const { side, paragraph, expert, exact, isPlace, answers, onPick, isAnswering } = props;
  const t = useTranslations("student.read");
  const marksOf = useSentenceMarks();
  const { n, text, quoted, marks } = paragraph;
  const sentences = placed(sentencesOf(text));
  const terms = useTermsIn(text);
  const number = "font-sans text-sm text-ink-soft tabular-nums";
  return (
    <div
      id={`${side}-${n}`}
      dir={directionOf(text)}
      className={classNames(
        "flex scroll-mt-32 rounded-control laid-out-in-sight",
        isPlace && "bg-sunken outline-8 outline-sunken",
      )}
      // About as tall as it will be, so that a reload comes back to the same paragraph.
      style={{ containIntrinsicBlockSize: `auto ${linesOf(text) * 1.75}rem` }}
    >
      <div className="flex w-8 shrink-0 flex-col items-start">
        {onPick ? (
          <button
            type="button"
            aria-label={t(isAnswering ? "answerParagraph" : "pickParagraph", { n, name: isolated(expert) })}
            onClick={() => onPick({ side, n, at: 0, exact: (sentences[0]?.words ?? text).trim() })}
            className={classNames(
              number,
              "relative self-stretch pt-[0.35em] text-start underline decoration-dotted underline-offset-4 after:absolute after:-inset-x-2 after:-top-3 after:h-12",
            )}
          >
            {n}
          </button>
        ) : (
          <span className={classNames(number, "pt-[0.35em]")}>
            <span className="sr-only">{t("paragraph")} </span>
            {n}
          </span>
        )}
        {answers && <AnsweredBy {...props} answers={answers} />}
      </div>
      <Written
        as={quoted ? "blockquote" : "p"}
        of={text}
        data-paragraph={`${side} ${n}`}
        className={classNames("min-w-0 flex-1", quoted && "border-s-2 border-line-strong ps-4 italic")}
      >
        {byLine(text, marks, (from, to) =>
          sentences.map(({ start, words }, index) => {
            const end = start + words.length;
            const isPicked = exact !== null && exact === words.trim();
            if (start >= to || end <= from) return null;
            const { isMarked, hasNote, isUnclear } = marksOf({ side, n, sentence: index + 1 });
            return (
              <span
                key={start}
                data-sentence={index}
                data-picked={isPicked || undefined}
                data-answers={answers?.sentences[index]}
                className={classNames(
                  // [R23] Beside its sentence, and no part of the words: it is neither selected nor quoted, and read out with the paragraph's.
                  "data-answers:after:ms-[0.15em] data-answers:after:rounded-full data-answers:after:bg-sunken data-answers:after:px-[0.4em] data-answers:after:align-super data-answers:after:font-sans data-answers:after:text-[0.65em] data-answers:after:leading-none data-answers:after:text-ink-soft data-answers:after:not-italic data-answers:after:content-[attr(data-answers)/'']",
                  // [X6] What is read out.
                  "data-spoken:rounded-[2px] data-spoken:bg-sunken data-spoken:box-decoration-clone data-spoken:shadow-[inset_0_-2px_0_var(--ink)]",
                  // Drawn, not text, so that it is not selected and quoted with the words.
                  isUnclear && start >= from && UNCLEAR,
                  hasNote && end <= to && NOTED,
                  isMarked && "underline decoration-warn decoration-2 underline-offset-4",
                  // Also a tap between two of its lines meets it.
                  onPick &&
                    !isMarked &&
                    "cursor-pointer py-[0.15em] decoration-ink-soft/60 decoration-dotted underline-offset-4 hover:underline",
                  isPicked &&
                    "rounded-[2px] bg-warn-wash box-decoration-clone shadow-[inset_0_-2px_0_var(--warn)]",
                )}
              >
                <WordsWithTerms
                  text={text}
                  marks={marks}
                  from={Math.max(start, from)}
                  to={Math.min(end, to)}
                  place={`${side} ${n}`}
                  terms={terms}
                />
              </span>
            );
          }),
        )}
      </Written>
    </div>
  );
});

type AnsweredByProps = Omit<NumberedParagraphProps, "answers"> & { answers: Answers };

/** [R23] Beside the paragraph, so that a new one moves none of its words, however many there are; leads to what answers it. */
function AnsweredBy({ side, paragraph: { n }, expert, answers, onAnswers }: AnsweredByProps) {
  const t = useTranslations("student.read");
  return (
    <button
      type="button"
      aria-label={t("answeredBy", { n, name: isolated(expert), count: answers.all })}
      onClick={() => onAnswers({ side, n })}
      className="relative mt-5 inline-flex flex-col items-center font-sans text-xs text-ink-soft tabular-nums after:absolute after:-inset-y-2.25 after:-start-4 after:w-12"
    >
      <MessageSquareText aria-hidden="true" className="size-3.5" />
      {answers.all}
    </button>
  );
}
