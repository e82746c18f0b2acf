"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { TriangleAlert } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { newId } from "#app/shared/new-id.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { Asked } from "#app/student/argue/OwnNews.tsx";
import type { OwnItem } from "#app/student/argue/rebuttal-list.ts";
import { isBegun, useDraft } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { useRefusalWords } from "#app/student/offline/use-refusal-words.ts";

type RefusedProps = {
  item: OwnItem;
  isOpen: boolean;
  /** What a notice leads to. */
  asked: Asked | null;
};

/** What the server did not take, and what can be done with it. */
export function Refused({ item, isOpen, asked }: RefusedProps) {
  const t = useTranslations("student.own");
  const words = useRefusalWords();
  const { sentences } = useJoined();
  const { desk, live } = useSeat();
  const hasDraft = useDraft(isBegun);
  const place = useRef<HTMLSpanElement>(null);
  const askedAt = asked?.id === item.stamp ? asked.at : null;
  useEffect(() => {
    if (askedAt === null) return;
    place.current?.scrollIntoView({ block: "center" });
    place.current?.focus({ preventScroll: true });
  }, [askedAt]);
  const edit = () => {
    const { source = "", ...payload } = item.payload;
    const edited = "rebuttalId" in payload ? live.state().rebuttals.get(payload.rebuttalId) : undefined;
    if (edited) desk.drafts.edit(edited, item.payload);
    else {
      const { body, quote } = payload;
      const words = "rebuttalId" in payload ? { body, ...(quote && { quote }) } : payload;
      // A new id: the refused one may be known to the server, and an edited one is gone.
      desk.drafts.write({ ...words, id: newId(), source, isOpen: true });
    }
    desk.outbox.putAside(item);
  };
  return (
    <span ref={place} tabIndex={-1} className="grid gap-2 outline-none">
      <span className="flex items-center gap-1.5">
        <TriangleAlert aria-hidden="true" className="size-4 shrink-0 text-warn" />
        {sentences(t("refused"), words(item))}
      </span>
      {item.name === "rebuttal:edit" && (
        <Written as="span" className="border-s-2 border-line-strong ps-3 text-ink">
          {item.payload.body}
        </Written>
      )}
      <span className="flex gap-2">
        {isOpen && !hasDraft && (
          <Button size="small" onClick={edit}>
            {t("edit")}
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={() => desk.outbox.putAside(item)}>
          {t("discard")}
        </Button>
      </span>
    </span>
  );
}
