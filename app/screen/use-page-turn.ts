"use client";
import { useEffect, useState } from "react";
import { PAGE_TURN } from "#app/screen/turn-page.ts";

/** How long one page of a long text is on show, in milliseconds. */
const PAGE = 18_000;

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
