"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useUnclear } from "#app/activities/reading/use-unclear.ts";
import { useUnmark } from "#app/activities/reading/use-unmark.ts";
import { Bookmark, CircleHelp, NotebookPen } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { type Mark, NOTE_LENGTH } from "#app/student/read/marks.ts";
import { useMarks } from "#app/student/read/sentence-marks.tsx";
import { isOpen } from "#debate/activities/open.ts";
import { isSamePlace, type SentencePlace } from "#debate/content/sentence-places.ts";

/** What a reader can make of the picked sentence: mark it, note something, or say that they don't understand it. */
export function SentenceTools({ place }: { place: SentencePlace }) {
  const t = useTranslations("student.guide");
  const { desk, state, settings } = useSeat();
  const [isNoting, setIsNoting] = useState(false);
  const unmark = useUnmark();
  const mark = useMarks().find((each) => isSamePlace(each, place));
  const isUnclear = useUnclear().some((each) => isSamePlace(each, place));
  const tool = (isOn: boolean) => ({
    variant: "quiet" as const,
    className: classNames("px-2! text-sm!", isOn && "bg-sunken!"),
  });
  return (
    <>
      <Button
        {...tool(mark !== undefined)}
        aria-pressed={mark !== undefined}
        onClick={() => (mark ? unmark(mark) : desk.marks.put({ ...place, note: "" }))}
      >
        <Bookmark aria-hidden="true" className={classNames("size-5", mark && "fill-current")} />
        <span className="short:sr-only">{t("mark")}</span>
      </Button>
      <Button {...tool(Boolean(mark?.note))} aria-haspopup="dialog" onClick={() => setIsNoting(true)}>
        <NotebookPen aria-hidden="true" className="size-5" />
        <span className="short:sr-only">{t(mark?.note ? "noted" : "note")}</span>
      </Button>
      {isOpen("reading", { phase: state.snapshot.phase, settings }) && (
        <Button
          {...tool(isUnclear)}
          aria-pressed={isUnclear}
          onClick={() => desk.outbox.put({ name: "sentence:unclear", payload: { ...place, on: !isUnclear } })}
        >
          <CircleHelp aria-hidden="true" className="size-5" />
          <span className="short:sr-only">{t("unclear")}</span>
        </Button>
      )}
      {isNoting && <NoteDialog mark={mark ?? { ...place, note: "" }} onClose={() => setIsNoting(false)} />}
    </>
  );
}

/** [X11] Saved at every keystroke, on this phone only. */
export function NoteDialog({ mark, onClose }: { mark: Mark; onClose: () => void }) {
  const t = useTranslations("student.guide");
  const tShared = useTranslations("shared");
  const { desk } = useSeat();
  const done = (event: FormEvent) => {
    event.preventDefault();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("noteTitle")}
      actions={
        <Button variant="primary" type="submit" form="note">
          {tShared("close")}
        </Button>
      }
    >
      <form id="note" onSubmit={done}>
        <Field
          multiline
          rows={4}
          dir="auto"
          label={t("noteLabel")}
          hint={t("private")}
          limit={NOTE_LENGTH}
          value={mark.note}
          onChange={({ target }) => desk.marks.put({ ...mark, note: target.value })}
        />
      </form>
    </Dialog>
  );
}
