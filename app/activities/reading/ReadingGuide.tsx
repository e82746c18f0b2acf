"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NoteDialog } from "#app/activities/reading/SentenceTools.tsx";
import { useUnmark } from "#app/activities/reading/use-unmark.ts";
import { ArrowRight, Check, NotebookPen, X } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { ContentIn, Written } from "#app/shared/text/Written.tsx";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import type { Mark } from "#app/student/read/marks.ts";
import type { BelowTexts } from "#app/student/read/read-parts.ts";
import { useMarks } from "#app/student/read/sentence-marks.tsx";
import { isOpen } from "#debate/activities/open.ts";
import { isSamePlace } from "#debate/content/sentence-places.ts";
import { sentenceAt } from "#debate/content/sentences.ts";
import { languageRead, type ReadDebate } from "#debate/content/versions.ts";

/** [X9] Below the texts: on to the other side, "I have read both", and what the reader marked. */
export function ReadingGuide({ debate, other, onOther: show }: BelowTexts) {
  const t = useTranslations("student.guide");
  const { state, settings, you } = useSeat();
  const maySay = isOpen("reading", { phase: state.snapshot.phase, settings });
  const onOther = you.readBoth ? null : show;
  return (
    <div data-needs-script className="mt-6 grid grid-cols-1 gap-6">
      {onOther && (
        <Button size="large" className="mx-auto w-full max-w-measure" onClick={onOther}>
          <span className="min-w-0 text-pretty">
            {t.rich("other", {
              // In one piece, where there is room for it.
              name: () => (
                <ContentIn lang={languageRead(debate)}>
                  <Written as="bdi" className="inline-block max-w-full">
                    {other}
                  </Written>
                </ContentIn>
              ),
            })}
          </span>
          <ArrowRight aria-hidden="true" className="size-5 shrink-0 rtl:-scale-x-100" />
        </Button>
      )}
      {maySay && !onOther && <ReadBoth />}
      <OwnMarks debate={debate} />
    </div>
  );
}

/** [X10] */
function ReadBoth() {
  const t = useTranslations("student.guide");
  const { you, desk } = useSeat();
  const waiting = useWaiting();
  const onItsWay = waiting.find((item) => item.name === "reading:done" && !item.refused);
  const isDone = onItsWay?.name === "reading:done" ? onItsWay.payload.on : (you.readBoth ?? false);
  return (
    <div className="mx-auto grid w-full max-w-measure gap-2">
      <Button
        size="large"
        variant={isDone ? "secondary" : "primary"}
        aria-pressed={isDone}
        onClick={() => desk.outbox.put({ name: "reading:done", payload: { on: !isDone } })}
      >
        {isDone && <Check aria-hidden="true" className="size-5 text-good" strokeWidth={3} />}
        {t("both")}
      </Button>
      <p className="text-sm text-ink-soft">{t(isDone ? "bothSaid" : "bothHint")}</p>
    </div>
  );
}

/** [X11] In the order of the texts; those of sentences that this text does not have are left out. */
function OwnMarks({ debate }: { debate: ReadDebate }) {
  const t = useTranslations("student.guide");
  const [noting, setNoting] = useState<Mark | null>(null);
  const marks = useMarks();
  const placeOf = ({ side, n, sentence }: Mark) => (side === "for" ? 0 : 1e6) + n * 1e3 + sentence;
  const shown = [...marks]
    .sort((one, other) => placeOf(one) - placeOf(other))
    .flatMap((mark) => {
      const words = sentenceAt(debate.positions, mark);
      return words === undefined ? [] : [{ mark, words }];
    });
  if (shown.length === 0) return null;
  const current = noting && (marks.find((mark) => isSamePlace(mark, noting)) ?? noting);
  return (
    <section aria-labelledby="own-marks" className="mx-auto grid w-full max-w-measure grid-cols-1 gap-3">
      <div>
        <h2 id="own-marks" className="font-serif text-xl">
          {t("marks")}
        </h2>
        <p className="text-sm text-ink-soft">{t("private")}</p>
      </div>
      <ContentIn lang={languageRead(debate)}>
        <ul className="grid grid-cols-1 gap-3">
          {shown.map(({ mark, words }) => (
            <OwnMark
              key={`${mark.side} ${mark.n} ${mark.sentence}`}
              mark={mark}
              words={words}
              expert={debate.positions.find(({ side }) => side === mark.side)?.expert.name ?? ""}
              onNote={() => setNoting(mark)}
            />
          ))}
        </ul>
      </ContentIn>
      {current && <NoteDialog mark={current} onClose={() => setNoting(null)} />}
    </section>
  );
}

type OwnMarkProps = { mark: Mark; words: string; expert: string; onNote: () => void };

function OwnMark({ mark, words, expert, onNote }: OwnMarkProps) {
  const t = useTranslations("student.guide");
  const tArgue = useTranslations("student.argue");
  const { show } = useSeat();
  const unmark = useUnmark();
  const { side, n, note } = mark;
  const named = beginningOf(words);
  return (
    <li className="grid grid-cols-1 gap-1 border-s-2 border-line-strong ps-3">
      <Written as="p" className="line-clamp-3 font-serif text-ink-soft">
        {words}
      </Written>
      {note && (
        <Written as="p" className="whitespace-pre-line wrap-anywhere">
          {note}
        </Written>
      )}
      <div className="-ms-2 flex items-center gap-x-1 text-sm">
        <Button
          variant="quiet"
          className="min-w-0 px-2! text-start! text-sm!"
          onClick={() => show("read", { side, n })}
        >
          {/* One piece, for the gap of a button stands between its pieces. */}
          <span>{tArgue.rich("paragraphOf", { name: inSentence(expert), n })}</span>
        </Button>
        <Button
          variant="quiet"
          className="shrink-0 px-3!"
          aria-label={t("noteOn", { words: named })}
          aria-haspopup="dialog"
          onClick={onNote}
        >
          <NotebookPen aria-hidden="true" className="size-5" />
        </Button>
        <Button
          variant="quiet"
          className="shrink-0 px-3!"
          aria-label={t("unmark", { words: named })}
          onClick={() => unmark(mark)}
        >
          <X aria-hidden="true" className="size-5" />
        </Button>
      </div>
    </li>
  );
}
