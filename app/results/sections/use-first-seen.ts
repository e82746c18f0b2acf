"use client";
import { useEffect, useRef, useState } from "react";

type Options = { margin?: string; orPrinted?: boolean };

/** A place, and whether it has come into view, or near it: the moment to load what belongs there. */
export function useFirstSeen({ margin = "0%", orPrinted = false }: Options = {}) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const see = () => setSeen(true);
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) see();
      },
      { rootMargin: margin },
    );
    if (place.current) observer.observe(place.current);
    if (orPrinted) window.addEventListener("beforeprint", see);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", see);
    };
  }, [margin, orPrinted]);
  return [place, isSeen] as const;
}
