"use client";
import { useEffect } from "react";

/** For browsers that don't open a fold for a link to something in it, or that print it closed. */
export function Unfolding() {
  useEffect(() => {
    const openTarget = () => {
      const target = document.getElementById(targetOf(location.hash));
      const folds = target ? foldsAround(target) : [];
      if (folds.length === 0) return;
      for (const fold of folds) fold.open = true;
      target?.scrollIntoView();
    };
    const openAll = () => {
      for (const fold of document.querySelectorAll("details:not([open])")) {
        fold.toggleAttribute("open", true);
        opened.add(fold);
      }
    };
    const opened = new Set<Element>();
    const closeAgain = () => {
      for (const fold of opened) fold.toggleAttribute("open", false);
      opened.clear();
    };
    openTarget();
    window.addEventListener("hashchange", openTarget);
    window.addEventListener("beforeprint", openAll);
    window.addEventListener("afterprint", closeAgain);
    return () => {
      window.removeEventListener("hashchange", openTarget);
      window.removeEventListener("beforeprint", openAll);
      window.removeEventListener("afterprint", closeAgain);
    };
  }, []);
  return null;
}

/** The id that a hash names; a hash that is typed may be no proper one. */
function targetOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** The closed ones, from the inside. */
function foldsAround(target: Element): HTMLDetailsElement[] {
  const folds: HTMLDetailsElement[] = [];
  for (let at = target.closest("details"); at; at = at.parentElement?.closest("details") ?? null)
    if (!at.open) folds.push(at);
  return folds;
}
