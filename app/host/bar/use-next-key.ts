"use client";
import { useEffect, useEffectEvent } from "react";

// Where keys already mean something else.
const BUSY =
  "input, textarea, select, [contenteditable], [role=tab], [role=radio], [role=slider], [role=menuitem], dialog, [role=dialog], [role=alertdialog]";

/** `n` and the right arrow ask for the next step, unless somebody types or a dialog is open. */
export function useNextKey(onNext: () => void): void {
  const next = useEffectEvent(onNext);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isNext = event.key === "n" || event.key === "N" || event.key === "ArrowRight";
      if (!isNext || event.repeat || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(BUSY)) return;
      if (document.querySelector("[role=dialog], [role=alertdialog]")) return;
      event.preventDefault();
      next();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
