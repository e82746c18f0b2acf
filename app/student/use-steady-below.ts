"use client";
import { type RefObject, useEffect, useRef } from "react";

/**
 * [R27] For a place whose content comes and goes with news: the page scrolls by as much as it grows or shrinks, so that nothing
 * below it moves. Browsers do that themselves, but not at the top of the page, and Safari nowhere. The place has one child,
 * which holds the content.
 */
export function useSteadyBelow(): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const outer = place.current;
    const content = outer?.firstElementChild;
    if (!outer || !content || typeof ResizeObserver === "undefined") return;
    const page = document.documentElement;
    let scrolled = window.scrollY;
    /** What it takes up, in pixels; null while its view is hidden. */
    let height: number | null = null;
    let width: number | null = null;
    /** How much of that is kept free, as the page can't scroll up any further. */
    let free = 0;
    const keepFree = (pixels: number, own: number) => {
      free = pixels;
      height = own + free;
      outer.style.minHeight = free > 0 ? `${height}px` : "";
    };
    const scrollTo = (top: number) => {
      window.scrollTo({ top, behavior: "instant" });
      // A page with a few rebuttals may be too short for it.
      if (window.scrollY < top - 1) {
        page.style.minHeight = `${top + window.innerHeight}px`;
        window.scrollTo({ top, behavior: "instant" });
      }
      scrolled = window.scrollY;
    };
    const sizes = new ResizeObserver(() => {
      const { height: own, width: across } = content.getBoundingClientRect();
      const before = height;
      const isHidden = outer.getClientRects().length === 0;
      // A window of another width breaks every line of the page anew.
      const isNewWidth = across !== width;
      width = across;
      const isBelow = outer.getBoundingClientRect().top + (before ?? 0) > window.innerHeight;
      // Where nothing below it is in the window, nothing has to hold still, and no screen stays empty for it.
      if (before === null || isHidden || isNewWidth || isBelow) {
        keepFree(0, own);
        if (isHidden) height = null;
        if (isHidden || isNewWidth) page.style.minHeight = "";
        return;
      }
      const top = scrolled + own - before;
      keepFree(Math.max(0, -top), own);
      scrollTo(Math.max(0, top));
    });
    const onScroll = () => {
      scrolled = window.scrollY;
      if (free === 0 || outer.getBoundingClientRect().bottom > 0) return;
      const top = scrolled - free;
      keepFree(0, (height ?? free) - free);
      scrollTo(top);
    };
    sizes.observe(content);
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      window.removeEventListener("scroll", onScroll);
      page.style.minHeight = "";
    };
  }, []);
  return place;
}
