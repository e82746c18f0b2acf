import type { Page } from "playwright/test";

/** Text of twice its size, as in a browser's settings. */
export const enlarge = (page: Page) =>
  page.evaluate(async () => {
    document.documentElement.style.fontSize = "200%";
    await document.fonts.ready;
  });

/**
 * How far the page, or what scrolls in a dialog or a projector, is wider than its frame, with the last element that sticks out.
 * A window whose size has changed is laid out within a few frames.
 */
export const tooWide = (page: Page) =>
  page.evaluate(async () => {
    const within = [
      ...document.querySelectorAll("[role=dialog], [role=dialog] > *, main[data-fills-window]"),
    ];
    const find = () =>
      [document.documentElement, ...within].find((frame) => frame.scrollWidth > frame.clientWidth);
    for (let frames = 0; frames < 30 && find(); frames += 1) await new Promise(requestAnimationFrame);
    const frame = find();
    if (!frame) return "";
    const { right } = frame.getBoundingClientRect();
    const out = [...frame.querySelectorAll("*")].filter(
      (each) => each.getBoundingClientRect().right > right + 1 && !each.closest(".sr-only, svg"),
    );
    return `${frame.scrollWidth - frame.clientWidth} px: ${out.at(-1)?.outerHTML.slice(0, 200)}`;
  });

/** Opens a page, and waits until all of it has been streamed and React has its buttons. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(
    () =>
      !document.querySelector("template[id^='B:']") &&
      [...document.querySelectorAll("main button")].every((button) =>
        Object.keys(button).some((key) => key.startsWith("__reactProps")),
      ),
  );
}
