"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { X } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { announce } from "#app/shared/notices/announce.ts";
import { markedWords, withoutLinks } from "#app/shared/text/marked.tsx";
import { type Marked, type Term, termsIn } from "#app/shared/text/terms.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { withoutReadings } from "#debate/content/readings.ts";

/** A term whose meaning is shown, and the place at which it was tapped. */
type Opened = { place: string; term: Term };

const NONE: readonly Term[] = [];
const Glossary = createContext<readonly Term[]>(NONE);
const Opening = createContext<{ place: string | null; press: (opened: Opened) => void }>({
  place: null,
  press: () => undefined,
});

/** [Y2] Explains the terms that are marked in the texts within, one at a time, at the foot of the page. */
export function WithGlossary({
  glossary = NONE,
  children,
}: {
  glossary?: readonly Term[] | undefined;
  children?: ReactNode;
}) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = useCallback(() => setOpened(null), []);
  const press = useCallback((next: Opened) => {
    setOpened((last) => (last?.place === next.place ? null : next));
  }, []);
  const place = opened?.place ?? null;
  const opening = useMemo(() => ({ place, press }), [place, press]);
  return (
    <Glossary value={glossary}>
      <Opening value={opening}>{children}</Opening>
      {opened && <TermBar key={opened.place} {...opened} onClose={close} />}
    </Glossary>
  );
}

/** The terms to mark in a paragraph. */
export function useTermsIn(text: string): Marked[] {
  const glossary = use(Glossary);
  return useMemo(() => termsIn(text, glossary), [text, glossary]);
}

type Words = {
  /** The whole paragraph's, named by `place`. */
  text: string;
  marks: Parameters<typeof markedWords>[1];
  from: number;
  to: number;
  place: string;
  terms: readonly Marked[];
};

/** A piece of a paragraph with its terms marked. */
export function WordsWithTerms({ text, marks, from, to, place, terms }: Words) {
  const own = terms.filter(({ start, end }) => from <= start && end <= to);
  const edges = own.map(({ end }) => end);
  return (
    <>
      {own.map(({ term, start, end }, index) => (
        <span key={start}>
          {markedWords(text, marks, edges[index - 1] ?? from, start)}
          <TermMark term={term} place={`${place} ${start}`}>
            {markedWords(text, withoutLinks(marks), start, end)}
          </TermMark>
        </span>
      ))}
      {markedWords(text, marks, edges.at(-1) ?? from, to)}
    </>
  );
}

function TermMark({ term, place, children }: Opened & { children: ReactNode }) {
  const t = useTranslations("student.terms");
  const opening = use(Opening);
  const isOpen = opening.place === place;
  const press = () => {
    if (!isOpen)
      announce(t("said", { term: withoutReadings(term.term), meaning: withoutReadings(term.meaning) }));
    opening.press({ place, term });
  };
  return (
    // A button's words can't be selected in Safari and Firefox, and a term is part of what a student quotes.
    // biome-ignore lint/a11y/useSemanticElements: see above.
    <span
      role="button"
      tabIndex={0}
      data-term={place}
      aria-expanded={isOpen}
      onClick={press}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== " ")) return;
        event.preventDefault();
        press();
      }}
      className={classNames(
        "cursor-help rounded-[2px] underline decoration-ink-soft decoration-dotted decoration-2 underline-offset-4",
        isOpen && "bg-sunken",
      )}
    >
      {children}
    </span>
  );
}

/** What a term means, until it is closed or something else is tapped. */
function TermBar({ place, term, onClose }: Opened & { onClose: () => void }) {
  const t = useTranslations("student.terms");
  const tShared = useTranslations("shared");
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing) onClose();
    };
    const tap = ({ target }: MouseEvent) => {
      if (target instanceof Element && !target.closest("[data-term]") && !bar.current?.contains(target))
        onClose();
    };
    document.addEventListener("keydown", leave);
    document.addEventListener("click", tap);
    return () => {
      document.removeEventListener("keydown", leave);
      document.removeEventListener("click", tap);
    };
  }, [onClose]);
  const close = () => {
    // [F1]
    document.querySelector<HTMLElement>(`[data-term="${place}"]`)?.focus({ preventScroll: true });
    onClose();
  };
  return (
    <section
      ref={bar}
      aria-label={t("label")}
      className="fixed inset-x-0 bottom-0 z-30 max-h-[40%] overflow-y-auto border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-float"
    >
      <div className="mx-auto flex max-w-measure items-start gap-3">
        <div className="grid min-w-0 flex-1 grid-cols-1 gap-1">
          <Written as="p" className="font-semibold">
            {term.term}
          </Written>
          <Written as="p" className="text-pretty whitespace-pre-line">
            {term.meaning}
          </Written>
        </div>
        <Button variant="quiet" aria-label={tShared("close")} className="px-3!" onClick={close}>
          <X aria-hidden="true" className="size-5" />
        </Button>
      </div>
    </section>
  );
}
