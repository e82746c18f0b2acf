"use client";
import { type RefObject, useCallback, useEffect, useState } from "react";
import { type Pick, sentenceBeside } from "#app/student/read/sentence-beside.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Side } from "#debate/rules/choices.ts";

const LONGEST = 1_200;
const SETTLED = 250;

/**
 * Which words of the positions a reader wants to answer: a sentence that was tapped, text that was
 * selected, or, by keyboard, a paragraph's number and then sentence by sentence.
 */
export function usePicking(page: RefObject<HTMLElement | null>, debate: ReadDebate, isActive: boolean) {
  const [picked, setPicked] = useState<Pick | null>(null);
  const pick = useCallback((next: Pick | null) => setPicked(next), []);

  useEffect(() => {
    const element = page.current;
    if (!isActive || !element) {
      setPicked(null);
      return;
    }
    const tap = (event: MouseEvent) => {
      const target = event.target as Element;
      // [Y2] A term explains itself.
      if (target.closest("[data-term]")) return setPicked(null);
      const sentence = target.closest<HTMLElement>("[data-sentence]");
      const isSelecting = !window.getSelection()?.isCollapsed;
      // [D24] A link within the text leads where it says.
      if (!sentence || isSelecting || (event.target as Element).closest("a")) return;
      const range = document.createRange();
      range.selectNodeContents(sentence);
      const quote = quoteIn(sentence, range);
      if (quote) setPicked((last) => (last && isSame(last, quote) ? null : quote));
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
      if (event.key === "Escape" && !event.isComposing) setPicked(null);
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

  // Words of another version are no longer on the page.
  const { version } = debate;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is what it answers to.
  useEffect(() => setPicked(null), [version]);

  /** On to the sentence before or after. */
  const step = (by: 1 | -1) => {
    const position = debate.positions.find(({ side }) => side === picked?.side);
    const next = picked && position && sentenceBeside(position.paragraphs, picked, by);
    if (!next) return;
    setPicked(next);
    // Else the old words would stay marked beside the new ones.
    window.getSelection()?.removeAllRanges();
    document.getElementById(`${next.side}-${next.n}`)?.scrollIntoView({ block: "nearest" });
  };

  return { picked, pick, step };
}

function isSame(one: Pick, other: Pick): boolean {
  return one.side === other.side && one.n === other.n && one.at === other.at && one.exact === other.exact;
}

/** The words of a range within one paragraph. */
function quoteIn(element: Element, range: Range): Pick | null {
  const paragraph = element.closest<HTMLElement>("[data-paragraph]");
  const [side, n] = paragraph?.dataset.paragraph?.split(" ") ?? [];
  const text = range.toString();
  const exact = text.trim().slice(0, LONGEST).trim();
  if (!paragraph || !side || !n || !exact) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const at = before.toString().length + text.length - text.trimStart().length;
  return { side: side as Side, n: Number(n), at, exact };
}

/** The part of the selection within the paragraph in which it begins. */
function selectedQuote(page: HTMLElement): Pick | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const start = range.startContainer;
  const paragraph = (start instanceof Element ? start : start.parentElement)?.closest("[data-paragraph]");
  if (!paragraph || !page.contains(paragraph)) return null;
  if (!paragraph.contains(range.endContainer)) range.setEndAfter(paragraph.lastChild ?? paragraph);
  return quoteIn(paragraph, range);
}
