"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { announce } from "#app/shared/notices/announce.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { isOpened, useDraft } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { visibleHeading } from "#app/student/visible-heading.ts";

/** A phase's name and whether it is a question, which takes no full stop after it. */
const phaseWords = (name: string) => ({ phase: name, asks: String(/[?？]$/u.test(name)) });

/** [F1] Says that one has joined or the class has moved, and scrolls to the new view unless the student is typing. */
export function PhaseNews({ hasJoined }: { hasJoined: boolean }) {
  const t = useTranslations("student");
  const tPhases = useTranslations("phases");
  const { state } = useSeat();
  const { phase } = state.snapshot;
  const isWriting = useDraft(isOpened);
  const shown = useRef(hasJoined ? null : phase);

  useEffect(() => {
    if (shown.current === phase) return;
    const words = phaseWords(tPhases(`${phase}.name`));
    announce(shown.current === null ? t("access.joined", words) : t("moved", words));
    shown.current = phase;
    toast.endProblems();
    if (isWriting) return;
    window.scrollTo({ top: 0 });
    visibleHeading()?.focus({ preventScroll: true });
  }, [phase, isWriting, t, tPhases]);

  return null;
}
