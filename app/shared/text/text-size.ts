"use client";
import { useLayoutEffect, useSyncExternalStore } from "react";
import { StoredValue } from "#app/shared/storage/stored-value.ts";

/** [F7] In percent of what the browser has. */
const SIZES = [87.5, 100, 125, 150, 200] as const;
type TextSize = (typeof SIZES)[number];

/** [F22] In rem: a window that is lower has no bars, as `short:` in globals.css says. */
const LOW = 30;

const size = new StoredValue<TextSize>(
  "resolved.text-size",
  100,
  (stored) => SIZES.find((each) => each === stored) ?? null,
);

const useSize = () => useSyncExternalStore(size.subscribe, size.value, size.atFirst);

/** [F7] The size that was chosen in this browser, and what the steps next to it are; null at an end. */
export function useTextSize() {
  const now = useSize();
  const at = SIZES.indexOf(now);
  return {
    now,
    smaller: SIZES[at - 1] ?? null,
    larger: SIZES[at + 1] ?? null,
    choose: (next: TextSize) => size.change(() => next),
  };
}

/** [F7] Has the page in that size. Everything is measured in rem, so all of it grows. */
export function TextSized() {
  const percent = useSize();
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.fontSize = percent === 100 ? "" : `${percent}%`;
    return () => {
      style.fontSize = "";
    };
  }, [percent]);
  useLowWindow();
  return null;
}

/** How many parts of the page want to know. */
let users = 0;

/** [F22] Says of the page, in an attribute of its root, that its text makes the window a low one. */
export function useLowWindow(): void {
  useLayoutEffect(() => {
    const { documentElement: root } = document;
    const measure = () =>
      root.toggleAttribute(
        "data-short",
        innerHeight < LOW * Number.parseFloat(getComputedStyle(root).fontSize),
      );
    // Another size of text changes that of the page, too.
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    users += 1;
    window.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
      users -= 1;
      if (users === 0) root.removeAttribute("data-short");
    };
  }, []);
}
