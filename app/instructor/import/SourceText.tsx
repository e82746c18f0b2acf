"use client";
import { useEffect, useMemo, useRef } from "react";
import { locate, searchable } from "#app/instructor/import/locate.ts";
import { Written } from "#app/shared/text/Written.tsx";

type SourceTextProps = {
  text: string;
  label: string;
  /** Words to show where they stand, or none. */
  words: string;
};

/** The text as it was given, with the part marked that is being looked at. */
export function SourceText({ text, label, words }: SourceTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLElement>(null);
  const prepared = useMemo(() => searchable(text), [text]);
  const found = useMemo(() => locate(prepared, words), [prepared, words]);
  useEffect(() => {
    if (found === null || !box.current || !mark.current) return;
    // Only this box scrolls: the page stays where its reader is.
    const { top } = mark.current.getBoundingClientRect();
    const above = box.current.getBoundingClientRect().top;
    box.current.scrollTop += top - above - box.current.clientHeight / 4;
  }, [found]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={box} aria-label={label} tabIndex={0} className="h-full overflow-y-auto p-4 sm:p-5">
      <Written as="div" of={text} className="font-serif text-base whitespace-pre-wrap wrap-anywhere">
        {found === null ? (
          text
        ) : (
          <>
            {text.slice(0, found.start)}
            <mark ref={mark} className="bg-warn/25 text-ink">
              {text.slice(found.start, found.end)}
            </mark>
            {text.slice(found.end)}
          </>
        )}
      </Written>
    </section>
  );
}
