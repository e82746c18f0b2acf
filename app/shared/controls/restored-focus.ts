"use client";
import { useEffect } from "react";

/** What stands above the page, and gives the focus back when it goes. */
const ABOVE = "[role=dialog], [data-toasts]";
const ITEM = "li, tr";
const CONTROLS = "button, a[href], input, select, textarea";
const HEADINGS = "h1, h2, h3, h4";

/** Where something is, while it is there. `around`: what it stands in, from the inside out. */
type Place = {
  element: HTMLElement;
  item: Element | null;
  list: Element | null;
  at: number;
  around: readonly Element[];
};

/**
 * [F11] Keeps the focus when what has it goes away, because it was deleted, hidden, or moved on: the same button of the next
 * item gets it, else another control of the list, else the nearest heading. Buttons that are the same in each item of a list
 * have the same `data-same`. Where a dialog closes whose opener is gone, the opener's place counts.
 */
export function useRestoredFocus(): void {
  useEffect(() => {
    let inside: Place | null = null;
    // The same, unless that is above the page.
    let below: Place | null = null;

    function take({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return;
      inside = placeOf(target);
      if (!target.closest(ABOVE)) below = inside;
    }
    // Someone who leaves a control for the page itself means that.
    function leave({ target, relatedTarget }: FocusEvent): void {
      if (relatedTarget || !document.hasFocus()) return;
      setTimeout(() => {
        if (target instanceof Element && target.isConnected && document.activeElement === document.body)
          inside = below = null;
      });
    }
    function check(): void {
      for (const place of [inside, below]) if (place?.element.isConnected) place.at = indexOf(place);
      if (!inside || inside.element.isConnected || document.activeElement !== document.body) return;
      const lost = below;
      inside = null;
      // A dialog that closes gives the focus back itself, if it can.
      requestAnimationFrame(() => {
        if (lost && document.activeElement === document.body) successorOf(lost)?.focus();
      });
    }
    const watcher = new MutationObserver(check);
    watcher.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", take);
    document.addEventListener("focusout", leave);
    return () => {
      watcher.disconnect();
      document.removeEventListener("focusin", take);
      document.removeEventListener("focusout", leave);
    };
  }, []);
}

function placeOf(element: HTMLElement): Place {
  const item = element.closest(ITEM);
  const around: Element[] = [];
  for (let outer = element.parentElement; outer; outer = outer.parentElement) around.push(outer);
  const place = { element, item, list: item?.parentElement ?? null, at: 0, around };
  return { ...place, at: indexOf(place) };
}

function indexOf({ item, list }: Pick<Place, "item" | "list">): number {
  return item && list ? [...list.children].indexOf(item) : -1;
}

function successorOf({ element, item, list, at, around }: Place): HTMLElement | null {
  if (element.isConnected) return element;
  if (list?.isConnected && item) {
    const rest = [...list.children];
    // What came after it has its index now.
    const from = item.isConnected ? rest.indexOf(item) : at;
    const wanted = element.dataset.same ? `[data-same="${element.dataset.same}"]` : CONTROLS;
    for (const each of [...rest.slice(from), ...rest.slice(0, from).reverse()]) {
      const found = each.querySelector<HTMLElement>(wanted);
      if (found) return found;
    }
  }
  for (const outer of around) {
    const heading = outer.isConnected ? outer.querySelector<HTMLElement>(HEADINGS) : null;
    if (!heading || heading.closest("[inert]")) continue;
    // A heading takes no focus otherwise.
    heading.tabIndex = -1;
    return heading;
  }
  return null;
}
