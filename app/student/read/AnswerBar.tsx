"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";
import { ChevronDown, ChevronUp, X } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Pick } from "#app/student/read/sentence-beside.ts";

/** [F21] Between it and what has the focus, in pixels. */
const CLEAR = 8;

type AnswerBarProps = {
  picked: Pick;
  /** Null where nothing can be answered now. */
  onAnswer: (() => void) | null;
  onStep: (by: 1 | -1) => void;
  onLeave: () => void;
  /** What else can be done with it. */
  children?: ReactNode;
};

/** What can be done with the picked words, in thumb's reach. */
export function AnswerBar({ picked, onAnswer, onStep, onLeave, children }: AnswerBarProps) {
  const t = useTranslations("student.answer");
  const wordsId = useId();
  const bar = useRef<HTMLElement>(null);

  // Who came by keyboard is taken along, also by another number; a finger needs no focus, and moving it would end a text selection.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press of a number is a new pick.
  useEffect(() => {
    const pressed = document.activeElement;
    if (pressed?.matches("button[aria-label]:focus-visible") && !bar.current?.contains(pressed))
      bar.current?.querySelector<HTMLElement>(onAnswer ? "[data-answer]" : "button")?.focus();
  }, [picked]);

  // And brought back. A layout effect ends while the bar, and the focus in it, are still there.
  const number = useRef("");
  number.current = `${picked.side}-${picked.n}`;
  useLayoutEffect(() => {
    const element = bar.current;
    return () => {
      if (element?.contains(document.activeElement))
        document.getElementById(number.current)?.querySelector("button")?.focus({ preventScroll: true });
    };
  }, []);

  // [F21] How many rows it has depends on the words in it.
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      style.setProperty("--foot", `${height + CLEAR}px`);
    });
    if (bar.current) observer.observe(bar.current);
    return () => {
      observer.disconnect();
      style.removeProperty("--foot");
    };
  }, []);

  return (
    <section
      ref={bar}
      aria-label={t("label")}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-float short:pt-1 short:pb-[max(0.25rem,env(safe-area-inset-bottom))]"
    >
      <div className="@container mx-auto grid w-full max-w-measure grid-cols-1 gap-2 short:gap-0">
        <Written
          as="p"
          id={wordsId}
          role="status"
          className="short:sr-only line-clamp-2 font-serif text-sm text-ink-soft"
        >
          {picked.exact}
        </Written>
        <div className="-mx-2 flex flex-wrap items-center gap-x-1">
          {children}
          <div className="ml-auto flex grow items-center justify-end gap-1 @max-[16rem]:flex-wrap">
            <Button variant="quiet" aria-label={t("previous")} className="px-3!" onClick={() => onStep(-1)}>
              <ChevronUp aria-hidden="true" className="size-5" />
            </Button>
            <Button variant="quiet" aria-label={t("next")} className="px-3!" onClick={() => onStep(1)}>
              <ChevronDown aria-hidden="true" className="size-5" />
            </Button>
            <Button variant="quiet" aria-label={t("leave")} className="px-3!" onClick={onLeave}>
              <X aria-hidden="true" className="size-5" />
            </Button>
            {onAnswer && (
              <Button
                data-answer
                aria-describedby={wordsId}
                variant="primary"
                className="ml-auto"
                onClick={onAnswer}
              >
                {t("answer")}
              </Button>
            )}
          </div>
        </div>
      </div>
    </section>
  );
}
