"use client";

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { PAGE_TURN } from "#app/screen/turn-page.ts";
import { classNames } from "#app/shared/class-names.ts";

/** Which of several things, or of the pages of one, is on show: a dot for each. */
function Turns({ count, turn }: { count: number; turn: number }) {
  return (
    <p aria-hidden="true" className="flex gap-[0.6cqi] handheld:gap-1.5">
      {Array.from({ length: count }, (_, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place.
          key={place}
          className={classNames(
            "size-[0.8cqi] handheld:size-2 rounded-full border border-ink-soft",
            place === turn && "bg-ink-soft",
          )}
        />
      ))}
    </p>
  );
}

/** How long one page of a long text is on show, in milliseconds. */
const PAGE = 18_000;

/** [V26] Which page of a text is on show: the first one, and then the next, by time or by hand. The first follows the last. */
function usePageTurn(of: string, pages: number): number {
  const [turned, setTurned] = useState({ of, turns: 0 });
  const turns = turned.of === of ? turned.turns : 0;
  useEffect(() => {
    if (pages < 2) return;
    const turn = (by: number) => setTurned({ of, turns: turns + by });
    const byHand = (event: Event) => turn((event as CustomEvent<number>).detail);
    const timer = setTimeout(() => turn(1), PAGE);
    window.addEventListener(PAGE_TURN, byHand);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(PAGE_TURN, byHand);
    };
  }, [of, pages, turns]);
  return ((turns % pages) + pages) % pages;
}

/** Font sizes, with the line height that suits each. The last one can still be read from the last row. */
const SIZES = [
  ["var(--wall-xl)", 1.15],
  ["4cqi", 1.2],
  ["var(--wall-lg)", 1.25],
  ["2.9cqi", 1.3],
  ["var(--wall-md)", 1.35],
  ["var(--wall-sm)", 1.35],
] as const;

/** Between two pages, in pixels: nothing of the next one may be seen. */
const GAP = 64;

type FittedTextProps = {
  /** Everything that is written here: where it changes, it is measured again. */
  of: string;
  /** The first of the sizes that is tried, from 0, the largest. */
  from?: number;
  children: ReactNode;
};

/**
 * [V26] Text in the largest size in which all of it fits; where not even the least one does, its pages take turns. Texts within one
 * element with `data-one-size` have one size, in which all of them fit.
 */
export function FittedText({ of, from = 0, children }: FittedTextProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  const page = usePageTurn(of, pages);

  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for other text.
  useLayoutEffect(() => {
    const around = frame.current;
    if (!around) return;
    let again = 0;
    const measure = () => setPages(sizeToFit(around, SIZES.slice(from)));
    const observer = new ResizeObserver(() => {
      measure();
      // While a window changes its size, Chromium has been seen to measure columns that are no longer there.
      cancelAnimationFrame(again);
      again = requestAnimationFrame(measure);
    });
    observer.observe(around);
    // Another text of the same size may change this one.
    observer.observe(flowOf(around));
    // The text is wider or narrower once its own font has come.
    document.fonts.addEventListener("loadingdone", measure);
    measure();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(again);
      document.fonts.removeEventListener("loadingdone", measure);
    };
  }, [of, from]);

  return (
    <div className="grid h-full min-h-0 grid-rows-[minmax(0,1fr)_auto] gap-[1cqi]">
      <div
        ref={frame}
        data-pages={pages}
        className="flex min-h-0 flex-col justify-center-safe overflow-hidden"
      >
        <div
          className="min-w-0 shrink-0 text-[max(var(--wall-floor,1.125rem),var(--fit,2.9cqi))] leading-(--fit-line) [column-fill:auto] [orphans:1] [widows:1]"
          style={{ transform: `translateX(calc(${-page} * (100% + ${GAP}px)))` }}
        >
          {children}
        </div>
      </div>
      {pages > 1 && <Turns count={pages} turn={page} />}
    </div>
  );
}

/** Sets the largest size in which all of it fits; else the least, in columns of which each is a page. Returns how many. */
function sizeToFit(frame: HTMLElement, sizes: readonly (typeof SIZES)[number][]): number {
  const shared = frame.closest<HTMLElement>("[data-one-size]");
  const frames = shared ? [...shared.querySelectorAll<HTMLElement>("[data-pages]")] : [frame];
  const { style } = shared ?? frame;
  for (const { style } of frames.map(flowOf)) style.height = style.columnWidth = style.columnGap = "";
  // The dots of a text that had pages are not in the way of having it on one.
  showTurns(frames, false);
  for (const [size, line] of sizes) {
    style.setProperty("--fit", size);
    style.setProperty("--fit-line", `${line}`);
    // Laid out anew: Chromium keeps the height of former columns for a moment, and at times of the size before.
    style.display = "none";
    void frame.offsetHeight;
    style.display = "";
    if (frames.every(fits)) return 1;
  }
  const paged = frames.filter((each) => !fits(each));
  showTurns(paged, true);
  // All are measured before the first one changes, which may give space to the others.
  const boxes = paged.map((each) => [flowOf(each), each.getBoundingClientRect()] as const);
  for (const [{ style }, { width, height }] of boxes) {
    style.height = `${Math.floor(height)}px`;
    style.columnWidth = `${width}px`;
    style.columnGap = `${GAP}px`;
  }
  const { width } = frame.getBoundingClientRect();
  return Math.max(1, Math.round((flowOf(frame).scrollWidth + GAP) / (width + GAP)));
}

function flowOf(frame: HTMLElement): HTMLElement {
  return frame.firstElementChild as HTMLElement;
}

function fits(frame: HTMLElement): boolean {
  const { scrollHeight, scrollWidth } = flowOf(frame);
  return scrollHeight <= frame.clientHeight && scrollWidth <= frame.clientWidth;
}

function showTurns(frames: HTMLElement[], isShown: boolean): void {
  for (const { nextElementSibling: turns } of frames)
    if (turns instanceof HTMLElement) turns.hidden = !isShown;
}
