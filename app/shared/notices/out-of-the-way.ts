"use client";
import { type RefObject, useEffect, useState } from "react";

/** How often they look whether they cover what has the focus, in milliseconds. */
const LOOK = 250;
/** Between the bar and them, in pixels. */
const GAP = 8;

/**
 * [F10] Whether toasts stand at the top: at the other end of the page while they would cover what has the focus. `below`: in pixels,
 * where the control room's bar ends that has the next step and the timer; 0 where it is out of sight, or leaves too little room.
 */
export function useOutOfTheWay(
  place: RefObject<HTMLElement | null>,
  atTopFirst: boolean,
  isEmpty: boolean,
): { isAtTop: boolean; below: number } {
  const [isAtTop, setAtTop] = useState(atTopFirst);
  const [below, setBelow] = useState(0);
  useEffect(() => {
    if (isEmpty) return setAtTop(atTopFirst);
    const look = () => {
      const bar = document.querySelector("[data-fills-window] > header")?.getBoundingClientRect().bottom ?? 0;
      setBelow(bar > 0 && bar < window.innerHeight / 3 ? Math.ceil(bar) + GAP : 0);
      const focused = document.activeElement;
      if (!place.current || !focused || focused === document.body || place.current.contains(focused)) return;
      const [one, other] = [place.current.getBoundingClientRect(), focused.getBoundingClientRect()];
      const isCovered =
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
      if (isCovered) setAtTop(other.top + other.bottom > window.innerHeight);
    };
    // After the page has scrolled to it.
    const lookSoon = () => requestAnimationFrame(look);
    lookSoon();
    document.addEventListener("focusin", lookSoon);
    // Some pages scroll to it later.
    document.addEventListener("scroll", lookSoon, true);
    // What arrives meanwhile moves what has the focus, and no event says so.
    const looking = setInterval(look, LOOK);
    return () => {
      clearInterval(looking);
      document.removeEventListener("focusin", lookSoon);
      document.removeEventListener("scroll", lookSoon, true);
    };
  }, [place, atTopFirst, isEmpty]);
  return { isAtTop, below };
}
