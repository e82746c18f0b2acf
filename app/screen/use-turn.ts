"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { usesLessMotion } from "#app/screen/less-motion.ts";
import { PAGE_TURN } from "#app/screen/turn-page.ts";

/** How long one of several rebuttals is on show, and one page of a long text, in milliseconds. */
const TURN = 14_000;
const PAGE = 18_000;

function subscribe(listener: () => void): () => void {
  const interval = setInterval(listener, 500);
  return () => clearInterval(interval);
}

/**
 * Which of `count` things is on show, each for as long as `pages` of text take. The clock decides, so that the wall and its
 * copy in the control room turn together; who asked for less motion stays with the first.
 */
export function useTurn(count: number, pages: number): number {
  const length = pages > 1 ? pages * PAGE : TURN;
  const turn = useSyncExternalStore(
    subscribe,
    () => (usesLessMotion() ? 0 : Math.floor(Date.now() / length)),
    () => 0,
  );
  return count === 0 ? 0 : turn % count;
}

/** [V26] Which page of a text is on show: the first one, and then the next, by time or by hand. The first follows the last. */
export function usePageTurn(of: string, pages: number): number {
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
