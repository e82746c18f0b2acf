"use client";
import { useCallback, useEffect, useState } from "react";
import { useSeat } from "#app/student/join/seat.ts";

/** Of a card so much is in view when its middle line is read; [R29] one that is longer than the window never has as much in view. */
const READ = 0.4;
const PARTS = [0.05, 0.1, 0.2, READ];

/** A part that is not drawn, as in a hidden tab, has a window without height. */
function isRead({
  isIntersecting,
  intersectionRatio,
  intersectionRect,
  rootBounds,
}: IntersectionObserverEntry): boolean {
  const isLong = intersectionRect.height >= (rootBounds?.height ?? Infinity) / 2;
  return isIntersecting && (intersectionRatio >= READ || isLong);
}

/** Watches cards come into view. Gives a function for a card's ref, which answers how to stop. */
export function useSeen(): (element: HTMLElement | null, id: string) => (() => void) | undefined {
  const { desk } = useSeat();
  const [ids] = useState(() => new Map<Element, string>());
  const [observer] = useState(() =>
    typeof IntersectionObserver === "undefined"
      ? null
      : new IntersectionObserver(
          (entries) => {
            for (const entry of entries) {
              const id = ids.get(entry.target);
              if (id && isRead(entry)) desk.seen.note(id);
            }
          },
          // The lower part of a phone is behind the button.
          { rootMargin: "-10% 0px -20% 0px", threshold: PARTS },
        ),
  );
  useEffect(() => () => observer?.disconnect(), [observer]);

  return useCallback(
    (element, id) => {
      if (!element || !observer) return undefined;
      ids.set(element, id);
      observer.observe(element);
      return () => {
        ids.delete(element);
        observer.unobserve(element);
      };
    },
    [ids, observer],
  );
}
