"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { isOpened, useDraft } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";

/** Says that the class has moved, and takes the reader to the top of what is new, unless words are being typed. */
export function PhaseNews() {
  const t = useTranslations("student");
  const tPhases = useTranslations("phases");
  const { state } = useSeat();
  const { phase } = state.snapshot;
  const isWriting = useDraft(isOpened);
  const [news, setNews] = useState("");
  const shown = useRef(phase);

  useEffect(() => {
    if (shown.current === phase) return;
    shown.current = phase;
    setNews(t("moved", { phase: tPhases(`${phase}.name`) }));
    if (isWriting) return;
    window.scrollTo({ top: 0 });
    visibleHeading()?.focus({ preventScroll: true });
  }, [phase, isWriting, t, tPhases]);

  return (
    <p role="status" className="sr-only">
      {news}
    </p>
  );
}

function visibleHeading(): HTMLElement | undefined {
  const headings = document.querySelectorAll<HTMLElement>("#content h1[tabindex]");
  return [...headings].find((heading) => heading.offsetParent !== null);
}
