"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { LoaderCircle, TriangleAlert } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import type { StoredValue } from "#app/shared/storage/stored-value.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { HELD_UP_ICONS } from "#app/student/offline/HeldUpBanner.tsx";
import type { Waiting } from "#app/student/offline/outbox.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import type { OtherSideDraft } from "#app/student/other-side/other-side-draft.ts";
import type { Side } from "#debate/rules/choices.ts";

type OtherSideCardProps = {
  text: { body: string; side?: Side | undefined };
  kept: StoredValue<OtherSideDraft | null>;
  /** On its way to the server, if it is. */
  sent: Waiting | undefined;
  /** What is said once the server has it; and below it. */
  status: ReactNode;
  children?: ReactNode;
};

/** What the student wrote for the other side. */
export function OtherSideCard({ text, kept, sent, status, children }: OtherSideCardProps) {
  const t = useTranslations("student.otherSide");
  const { desk } = useSeat();
  const edit = useRef<HTMLButtonElement>(null);
  // [F1] The form has gone with what was pressed.
  useEffect(() => {
    if (document.activeElement === document.body) edit.current?.focus();
  }, []);
  const { body, side } = text;
  const rewrite = () => {
    kept.change(() => ({ body, ...(side && { side }) }));
    if (sent) desk.outbox.putAside(sent);
  };
  return (
    <section
      aria-labelledby="other-side"
      className="grid grid-cols-1 gap-3 rounded-card border-2 border-line-strong bg-surface p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="other-side" className="font-serif text-xl">
          {t("yours")}
        </h2>
        {side && <ChoiceBadge choice={side} />}
      </div>
      <Written as="p" className="font-serif whitespace-pre-line wrap-anywhere">
        {body}
      </Written>
      <div className="text-sm text-ink-soft">{sent ? <OnItsWay sent={sent} /> : status}</div>
      {children}
      <div className="flex flex-wrap gap-2">
        <Button ref={edit} onClick={rewrite}>
          {t("edit")}
        </Button>
      </div>
    </section>
  );
}

const ICON = "size-4 shrink-0";

function OnItsWay({ sent: { refused } }: { sent: Waiting }) {
  const t = useTranslations("student");
  const tRefusals = useTranslations("refusals");
  const { sentences } = useJoined();
  const { heldUpBy } = useSeat();
  const storageNote = useStorageNote();
  if (refused)
    return (
      <p role="alert" className="flex items-center gap-1.5">
        <TriangleAlert aria-hidden="true" className={`${ICON} text-warn`} />
        {sentences(t("otherSide.refused"), tRefusals(refused))}
      </p>
    );
  const Icon = heldUpBy ? HELD_UP_ICONS[heldUpBy] : LoaderCircle;
  return (
    <p role="status" className="flex items-center gap-1.5">
      <Icon aria-hidden="true" className={heldUpBy ? ICON : `${ICON} animate-spin`} />
      {heldUpBy ? storageNote(t(`own.kept.${heldUpBy}`)) : t("own.sending")}
    </p>
  );
}
