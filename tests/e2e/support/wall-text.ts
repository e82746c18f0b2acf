import type { Page } from "@playwright/test";

/** What of a page's text is cut off, or out of the wall's frame, a line each. */
export const cutOff = (wall: Page) =>
  wall.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words = document.createRange();
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      const element = node.parentElement as HTMLElement;
      // What ends in dots on purpose has its words on phones.
      const left = ".sr-only, [hidden], script, style, title, [class*=line-clamp], .truncate";
      if (!node.textContent?.trim() || element.closest(left)) continue;
      words.selectNodeContents(node);
      const paged = element.closest("[data-pages]")?.getBoundingClientRect();
      const frame = paged ?? element.closest("main .overflow-hidden")?.getBoundingClientRect();
      for (const { left, right, top, bottom, width } of words.getClientRects()) {
        // Beside its frame is another page: only what is partly in it would be cut.
        if (paged && (left >= paged.right || right <= paged.left)) continue;
        const {
          left: l,
          right: r,
          top: t,
          bottom: b,
        } = frame ?? { left: 0, right: innerWidth, top: 0, bottom: innerHeight };
        // A line's box is higher than its letters.
        const slack = (bottom - top) * 0.2 + 1;
        if (width > 0 && (left < l - 1 || right > r + 1 || top < t - slack || bottom > b + slack))
          found.push(
            `${node.textContent.slice(0, 30)} ${[left, top, right, bottom].map(Math.round)} of ${[l, t, r, b].map(Math.round)}`,
          );
      }
    }
    return found;
  });

/** [V31] Texts that are smaller than 2.2 % of the wall's height. */
export const tooSmall = (wall: Page) =>
  wall.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      const element = node.parentElement as Element;
      if (!node.textContent?.trim() || element.closest(".sr-only, [hidden], script, style, title")) continue;
      // In a drawing letters have the size of its units.
      const scale = element instanceof SVGElement ? (element.closest("svg")?.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < innerHeight * 0.022) found.push(`${node.textContent.slice(0, 30)}: ${size.toFixed(1)} px`);
    }
    return found;
  });
