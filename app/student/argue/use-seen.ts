"use client";
import { useCallback, useEffect, useState } from "react";
import { useSeat } from "#app/student/join/seat.ts";

/** Watches cards come into view. Gives a function for a card's ref, which answers how to stop. */
export function useSeen(): (element: HTMLElement | null, id: string) => (() => void) | undefined {
  const { desk } = useSeat();
  const [ids] = useState(() => new Map<Element, string>());
  const [observer] = useState(() =>
    typeof IntersectionObserver === "undefined"
      ? null
      : new IntersectionObserver(
          (entries) => {
            for (const { isIntersecting, target } of entries) {
              const id = ids.get(target);
              if (isIntersecting && id) desk.seen.note(id);
            }
          },
          // The lower part of a phone is behind the button; a card counts when its middle line is read.
          { rootMargin: "-10% 0px -20% 0px", threshold: 0.4 },
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
