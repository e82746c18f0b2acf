/**
 * [F1] Gives the focus to an item of a list that a press is about to show: the button that was pressed moves on or goes. The item
 * stands where the button was, unless items above it, drawn only now, have moved it: then the page scrolls to it.
 */
export function focusItem(list: HTMLElement | null, at: number): void {
  requestAnimationFrame(() => list?.children[at]?.querySelector<HTMLElement>("button, a")?.focus());
}
