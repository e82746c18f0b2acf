"use client";
import { type RefObject, useEffect, useState } from "react";
import { freePlace, START } from "#app/shared/notices/free-place.ts";

/** How often they check whether they cover anything, in milliseconds. */
const CHECK_EVERY = 250;
/** [F33] What they never cover: the bars of the control room and of phones, and the tour. */
const TAKEN = "[data-fills-window] > header, [data-bar], [data-uncovered]";
/** Of the window's height, as Notices.tsx says. */
const MOST = 0.45;

/** [F10] Where toasts stand, out of the way of what has the focus. */
export function useOutOfTheWay(place: RefObject<HTMLElement | null>, atTopFirst: boolean, isEmpty: boolean) {
  const [free, setFree] = useState({ ...START, isAtTop: atTopFirst });
  useEffect(() => {
    if (isEmpty) return setFree({ ...START, isAtTop: atTopFirst });
    const check = () => {
      const toasts = place.current;
      // A press whose button moves away under it is none.
      if (!toasts || toasts.matches(":active")) return;
      const { left, right } = toasts.getBoundingClientRect();
      const boxOf = (each: Element | null) => {
        const box = each?.getBoundingClientRect();
        return box && box.left < right && left < box.right && box.height > 0 ? box : null;
      };
      const { activeElement, body } = document;
      const isElsewhere = activeElement !== body && !toasts.contains(activeElement);
      const taken = [...document.querySelectorAll(TAKEN)].flatMap((each) => boxOf(each) ?? []);
      const focus = isElsewhere ? boxOf(activeElement) : null;
      const wanted = Math.min(toasts.scrollHeight, MOST * innerHeight);
      setFree((before) => {
        const next = freePlace({ height: innerHeight, taken, focus, wanted, isAtTop: before.isAtTop });
        return next.edge === before.edge && next.room === before.room && next.isAtTop === before.isAtTop
          ? before
          : next;
      });
    };
    // After the page has scrolled to it.
    const checkSoon = () => requestAnimationFrame(check);
    check();
    document.addEventListener("focusin", checkSoon);
    // Some pages scroll to it later.
    document.addEventListener("scroll", checkSoon, true);
    // What arrives meanwhile moves what has the focus, and no event says so.
    const checking = setInterval(check, CHECK_EVERY);
    return () => {
      clearInterval(checking);
      document.removeEventListener("focusin", checkSoon);
      document.removeEventListener("scroll", checkSoon, true);
    };
  }, [place, atTopFirst, isEmpty]);
  return free;
}
