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

/** Which of the best is on show, its place among how many, and how long its turn is: as they were when the turn began. */
export type Turn = { id: string; place: number; count: number; number: number; length: number };

type Now = {
  ids: readonly string[];
  isPublished: (id: string) => boolean;
  /** How long a turn takes, and which one it is by that. */
  length: number;
  number: number;
  /** Which turn it is by the length of the one on show. */
  heldNumber: number;
  isStill: boolean;
};

/** [V12] The same until its turn is over, whatever happens to ranks, number and lengths meanwhile; or until it is taken down. */
export function turnAfter(held: Turn | null, { ids, isPublished, ...now }: Now): Turn | null {
  if (held && held.number === now.heldNumber && isPublished(held.id)) return held;
  const { number, length } = now;
  const place = now.isStill ? 0 : number % ids.length;
  const id = ids[place];
  return id === undefined ? null : { id, place, count: ids.length, number, length };
}

const useTurnNumber = (length: number) =>
  useSyncExternalStore(
    subscribe,
    () => Math.floor(Date.now() / length),
    () => 0,
  );

/**
 * Which of the best is on show, each for as long as `pages` of text take. The clock decides, so that the wall and its
 * copy in the control room turn together; who asked for less motion stays with the first.
 */
export function useTurn(
  ids: readonly string[],
  pages: number,
  isPublished: (id: string) => boolean,
): Turn | null {
  const [held, setHeld] = useState<Turn | null>(null);
  const length = pages > 1 ? pages * PAGE : TURN;
  const number = useTurnNumber(length);
  const heldNumber = useTurnNumber(held?.length ?? length);
  const isStill = useSyncExternalStore(subscribe, usesLessMotion, () => false);
  const turn = turnAfter(held, { ids, isPublished, length, number, heldNumber, isStill });
  if (turn !== held) setHeld(turn);
  return turn;
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
