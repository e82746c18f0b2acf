import type { Page } from "playwright/test";

type Announcement = { at: number; words: string };
type Listening = { announced?: Announcement[] };

/** Records what live regions announce: one entry a region and change, as a screen reader would speak it. Call before a page is opened. */
export async function listenIn(page: Page): Promise<() => Promise<Announcement[]>> {
  await page.addInitScript(() => {
    const announced: Announcement[] = [];
    (window as Listening).announced = announced;
    const regionOf = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest(
        "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]",
      );
    new MutationObserver((changes) => {
      const regions = new Set(
        changes
          .filter(({ type, addedNodes }) => type === "characterData" || addedNodes.length > 0)
          .map(({ target }) => regionOf(target)),
      );
      for (const region of regions) {
        const words = region?.textContent?.trim();
        if (words) announced.push({ at: performance.now(), words });
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as Listening).announced ?? []);
}
