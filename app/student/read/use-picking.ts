"use client";
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { Debate } from "#debate/content/debate.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";

export type Pick = Quote;

const LONGEST = 1_200;
const SETTLED = 250;

/**
 * Which words of the positions a reader wants to answer: a sentence that was tapped, text that was
 * selected, or, by keyboard, a paragraph's number and then sentence by sentence.
 */
export function usePicking(page: RefObject<HTMLElement | null>, debate: Debate, isActive: boolean) {
  const [picked, setPicked] = useState<Pick | null>(null);
  const pick = useCallback((next: Pick | null) => setPicked(next), []);

  useEffect(() => {
    const element = page.current;
    if (!isActive || !element) {
      setPicked(null);
      return;
    }
    const tap = (event: MouseEvent) => {
      const sentence = (event.target as Element).closest<HTMLElement>("[data-sentence]");
      const isSelecting = !window.getSelection()?.isCollapsed;
      if (!sentence || isSelecting) return;
      const quote = quoteIn(sentence, sentence.textContent ?? "");
      if (quote) setPicked((last) => (last?.exact === quote.exact ? null : quote));
    };
    let settle: ReturnType<typeof setTimeout>;
    const select = () => {
      clearTimeout(settle);
      // A finger that drags the selection's end changes it many times.
      settle = setTimeout(() => {
        const quote = selectedQuote(element);
        if (quote) setPicked(quote);
      }, SETTLED);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape") setPicked(null);
    };
    element.addEventListener("click", tap);
    document.addEventListener("selectionchange", select);
    document.addEventListener("keydown", leave);
    return () => {
      clearTimeout(settle);
      element.removeEventListener("click", tap);
      document.removeEventListener("selectionchange", select);
      document.removeEventListener("keydown", leave);
    };
  }, [page, isActive]);

  /** The sentence before or after the picked one, across paragraphs of the same position. */
  const step = (by: 1 | -1) => {
    if (!picked) return;
    const position = debate.positions.find(({ side }) => side === picked.side);
    const all = (position?.paragraphs ?? []).flatMap(({ n, text }) =>
      sentencesOf(text).map((sentence) => ({ side: picked.side, n, exact: sentence.trim() })),
    );
    const at = all.findIndex(
      ({ n, exact }) => n === picked.n && (exact === picked.exact || picked.exact.startsWith(exact)),
    );
    const next = all[at + by] ?? all.find(({ n }) => n === picked.n);
    if (!next) return;
    setPicked(next);
    document.getElementById(`${next.side}-${next.n}`)?.scrollIntoView({ block: "nearest" });
  };

  return { picked, pick, step };
}

function quoteIn(element: Element, text: string): Pick | null {
  const [side, n] = element.closest<HTMLElement>("[data-paragraph]")?.dataset.paragraph?.split(" ") ?? [];
  const exact = text.trim().slice(0, LONGEST).trim();
  return side && n && exact ? { side: side as Side, n: Number(n), exact } : null;
}

/** What is selected within the paragraph in which the selection begins. */
function selectedQuote(page: HTMLElement): Pick | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const start = range.startContainer;
  const paragraph = (start instanceof Element ? start : start.parentElement)?.closest("[data-paragraph]");
  if (!paragraph || !page.contains(paragraph)) return null;
  if (!paragraph.contains(range.endContainer)) range.setEndAfter(paragraph.lastChild ?? paragraph);
  return quoteIn(paragraph, range.toString());
}
