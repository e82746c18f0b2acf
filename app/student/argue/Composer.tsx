"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useLayoutEffect, useRef, useState } from "react";
import { Check, MessageSquareQuote } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";
import { goToInvalid } from "#app/shared/controls/FieldError.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { ComposerWords } from "#app/student/argue/ComposerWords.tsx";
import { SENDING } from "#app/student/argue/OwnNews.tsx";
import { QuoteMarks } from "#app/student/argue/QuoteMarks.tsx";
import { ReadAs } from "#app/student/argue/ReadAs.tsx";
import { editOf, hasGap, payloadOf } from "#app/student/argue/rebuttal-draft.ts";
import { Subject } from "#app/student/argue/Subject.tsx";
import { useAfterPaint } from "#app/student/argue/use-after-paint.ts";
import { useAuthorsToMe } from "#app/student/argue/use-authors-to-me.ts";
import {
  idOf,
  isEdit,
  isOpened as isOpenedIn,
  isUnfilled as isUnfilledIn,
  sideIn,
  useDraft,
  WRITE,
  whole,
} from "#app/student/argue/use-draft.ts";
import { ClassRule } from "#app/student/join/ClassRule.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import type { Parcel } from "#app/student/offline/outbox.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import { visibleHeading } from "#app/student/visible-heading.ts";
import { RadioRow } from "#app/student/vote/RadioRow.tsx";
import { SIDES, type Side } from "#debate/rules/choices.ts";
import type { Mine } from "#debate/rules/snapshot.ts";

/** In milliseconds. */
const DOUBLE_PRESS = 400;

/**
 * Where a rebuttal is written. The text is saved at every keystroke; closing, reloading or the class
 * moving on loses none of it.
 */
export function Composer() {
  const t = useTranslations("student.composer");
  // Typing renders only the fields again, not the dialog around them.
  const id = useDraft(idOf);
  const isOpened = useDraft(isOpenedIn);
  // A slow phone shows at once that the button was pressed, and the sheet, which keeps it busy for a quarter of a second, after that.
  const isShown = useAfterPaint(isOpened);
  const ownSide = useDraft(sideIn);
  const edits = useDraft(isEdit);
  const isUnfilled = useDraft(isUnfilledIn);
  const { desk, identity, settings, state, you, show, heldUpBy } = useSeat();
  const [tried, setTried] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ id: string; at: number } | null>(null);
  const hasSent = useRef(false);
  const opener = useRef<HTMLElement | null>(null);
  const tAccess = useTranslations("student.access");
  const storageNote = useStorageNote();
  const whereTyped = useStorageNote(desk.drafts);
  const isOpen = state.snapshot.phase === "rebuttal";
  // Before the dialog takes the focus.
  useLayoutEffect(() => {
    if (!isShown) return;
    opener.current = document.activeElement as HTMLElement | null;
    hasSent.current = false;
  }, [isShown]);
  if (id === undefined) return null;

  const side = ownSide ?? sideOf(you);
  const isTried = tried === id;
  const isAsked = asked?.id === id && isUnfilled;

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const draft = desk.drafts.draft();
    if (!isOpen || !draft) return;
    setTried(id);
    const parcel = parcelOf({ ...draft, side });
    if (!parcel) return goToInvalid(event.currentTarget);
    // [X17] The second press of a double press answers no question.
    const isAsked = asked?.id === id && event.timeStamp - asked.at > DOUBLE_PRESS;
    if (hasGap(draft) && !isAsked) {
      if (asked?.id !== id) setAsked({ id, at: event.timeStamp });
      return;
    }
    desk.outbox.put(parcel);
    hasSent.current = true;
    desk.drafts.discard();
    show("argue");
    // One's own rebuttals are at the top, but [F1] a reply or an edit leaves its reader where it was written.
    if (!edits && !draft.replyTo) window.scrollTo({ top: 0 });
    // The server has not answered yet.
    const words = heldUpBy ? storageNote(t(`kept.${heldUpBy}`)) : t(edits ? "changing" : "sent");
    toast.info(words, { id: SENDING });
  };

  return (
    <Dialog
      // Sent, it is gone at once, and doesn't show what was put aside for it.
      key={id}
      open={isShown}
      onOpenChange={(open) => !open && desk.drafts.close()}
      title={t(edits ? "editTitle" : "title")}
      description={heldUpBy && whereTyped(storageNote(tAccess(`offline.${heldUpBy}`)))}
      returnFocus={() => {
        // [F1] What opened it; where that is gone or in another view, what there is in this one.
        const from = opener.current;
        if (isOpen && from !== document.body && from?.offsetParent) return from;
        // After a reload nothing on this page has opened it.
        const write = isOpen ? document.getElementById(WRITE) : null;
        if (hasSent.current || from === document.body) return write?.offsetParent ? write : visibleHeading();
        return visibleHeading();
      }}
      actions={
        <>
          {edits && <Button onClick={() => desk.drafts.discard()}>{t("discardChanges")}</Button>}
          <Button
            variant="primary"
            size="large"
            type="submit"
            form="composer"
            disabled={!isOpen}
            className={edits ? "grow sm:grow-0" : "w-full sm:w-auto"}
          >
            {t(edits ? "save" : isAsked ? "sendAnyway" : "send")}
          </Button>
        </>
      }
    >
      <form id="composer" noValidate onSubmit={send} className="flex flex-col gap-5">
        {!isOpen && (
          // In sight of a writer who is further down.
          <Notice kind="warning" title={t("movedTitle")} className="sticky top-0 z-10 short:static">
            {t("movedBody")}
          </Notice>
        )}
        <ClassRule rule={settings.rule} className="text-sm text-ink-soft" />
        <ReadAs identity={identity} name={you.name} approvesFirst={state.snapshot.approveFirst ?? false} />
        {edits && <EditNote />}
        <Answered />
        <QuoteMarks />
        {!edits && <SideChoice side={side} isMissing={isTried && !side} />}
        <ComposerWords side={side} isTried={isTried} isAsked={isAsked} />
      </form>
    </Dialog>
  );
}

function parcelOf(draft: Parameters<typeof payloadOf>[0]): Parcel | null {
  if (draft.edits) {
    const payload = editOf(draft);
    return payload && { name: "rebuttal:edit", payload };
  }
  const payload = payloadOf(draft);
  return payload && { name: "rebuttal:post", payload };
}

/** [R21] What a change does to what classmates have said of it. */
function EditNote() {
  const t = useTranslations("student.composer");
  const { state } = useSeat();
  const count = state.rebuttals.get(useDraft(idOf) ?? "")?.endorsements ?? 0;
  return <p className="text-sm text-ink-soft">{t("editNote", { count })}</p>;
}

/** The side of my own latest vote; none if I am undecided, since the app should not pick one for me. */
function sideOf({ ballots }: Mine): Side | undefined {
  const choice = (ballots.after ?? ballots.reading ?? ballots.before)?.choice;
  return choice === "undecided" ? undefined : choice;
}

/** The sentence or the rebuttal that is answered. */
function Answered() {
  const { quote, replyTo, edits } = useDraft(whole) ?? {};
  const { state, desk, debate } = useSeat();
  const authorsOf = useAuthorsToMe();
  if (!quote && replyTo === undefined) return edits ? null : <PickSentence />;
  const isFixed = edits !== undefined && !quote;
  const expert = debate?.positions.find(({ side }) => side === quote?.side)?.expert.name ?? "";
  const rebuttal = state.rebuttals.get(replyTo ?? "");
  return (
    <Subject
      answers={quote ? { quote, expert } : { body: rebuttal?.body, by: rebuttal && authorsOf(rebuttal) }}
      onRemove={isFixed ? null : () => desk.drafts.detach()}
    />
  );
}

/** Opens the positions. The draft stays, and answers the sentence picked there. */
function PickSentence() {
  const t = useTranslations("student.argue");
  const { desk, show } = useSeat();
  const pick = () => {
    show("read");
    desk.drafts.close();
  };
  return (
    <Button className="self-start" onClick={pick}>
      <MessageSquareQuote aria-hidden="true" className="size-5" />
      {t("pickSentence")}
    </Button>
  );
}

function SideChoice({ side, isMissing }: { side: Side | undefined; isMissing: boolean }) {
  const t = useTranslations("student.composer");
  const { desk } = useSeat();
  return (
    <RadioRow
      name="rebuttal-side"
      legend={t("side")}
      options={SIDES.map((value) => ({ value, label: <SideLabel side={value} isChosen={value === side} /> }))}
      value={side ?? null}
      onChoose={(value) => desk.drafts.write({ side: value as Side })}
      error={isMissing ? t("missing.side") : undefined}
    />
  );
}

function SideLabel({ side, isChosen }: { side: Side; isChosen: boolean }) {
  const t = useTranslations("choices");
  if (!isChosen) return <ChoiceBadge choice={side} />;
  return (
    <span className="flex items-center gap-2">
      <Check aria-hidden="true" className="size-5" strokeWidth={3} />
      {t(`${side}.name`)}
    </span>
  );
}
