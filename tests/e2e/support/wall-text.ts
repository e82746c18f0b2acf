import type { Page } from "playwright/test";

/** What of a page's text is cut off, or out of the wall's frame, a line each. */
export const cutOff = (wall: Page) =>
  wall.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words = document.createRange();
    // [V36] On a phone the page scrolls.
    const pageHeight = document.documentElement.scrollHeight;
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      const element = node.parentElement as HTMLElement;
      // What ends in dots on purpose has its words on phones.
      const left = ".sr-only, [hidden], script, style, title, .truncate";
      if (!node.textContent?.trim() || element.closest(left)) continue;
      const clamped = element.closest("[class*=line-clamp]");
      words.selectNodeContents(node);
      const paged = element.closest("[data-pages]")?.getBoundingClientRect();
      const frame = paged ?? element.closest("main .overflow-hidden")?.getBoundingClientRect();
      for (const { left, right, top, bottom, width } of clamped
        ? [clamped.getBoundingClientRect()]
        : words.getClientRects()) {
        // Beside its frame is another page: only what is partly in it would be cut.
        if (paged && (left >= paged.right || right <= paged.left)) continue;
        const {
          left: l,
          right: r,
          top: t,
          bottom: b,
        } = frame ?? { left: 0, right: innerWidth, top: -scrollY, bottom: pageHeight - scrollY };
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
      if (!element.checkVisibility()) continue;
      // In a drawing letters have the size of its units.
      const scale = element instanceof SVGElement ? (element.closest("svg")?.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < innerHeight * 0.022) found.push(`${node.textContent.slice(0, 30)}: ${size.toFixed(1)} px`);
    }
    return found;
  });

/** [V36] Texts that lie over each other, and whether the page is broader than its window. */
export const overlaps = (wall: Page) =>
  wall.evaluate(() => {
    const found: string[] = [];
    const lines: { node: Node; left: number; right: number; top: number; bottom: number }[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words = document.createRange();
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      if (!node.textContent?.trim() || node.parentElement?.closest(".sr-only, ruby")) continue;
      // The second vote is drawn before it is shown.
      if (!node.parentElement?.checkVisibility({ opacityProperty: true })) continue;
      words.selectNodeContents(node);
      // What ends in dots on purpose has lines below them that no one sees.
      const end = node.parentElement?.closest("[class*=line-clamp]")?.getBoundingClientRect().bottom;
      for (const { left, right, top, bottom, width } of words.getClientRects()) {
        if (end !== undefined && bottom > end + 1) continue;
        // A line's box is higher than its letters.
        const air = (bottom - top) * 0.2;
        if (width > 0)
          lines.push({ node, left: left + 1, right: right - 1, top: top + air, bottom: bottom - air });
      }
    }
    for (const [place, one] of lines.entries())
      for (const other of lines.slice(place + 1))
        if (
          one.node !== other.node &&
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom
        )
          found.push(`${one.node.textContent?.slice(0, 20)} / ${other.node.textContent?.slice(0, 20)}`);
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`${scrollWidth} px broad`);
    return found;
  });
