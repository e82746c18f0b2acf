import { expect, type Locator, type Page } from "@playwright/test";

/** Tab, as often as it takes, until something has the focus: what can't be reached so can't be used by keyboard. */
export async function tabTo(control: Locator, most = 150): Promise<void> {
  const page = control.page();
  await expect(control).toBeEnabled();
  for (let stops = 0; stops < most; stops += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reached in ${most} steps: ${control}`);
}

/** Reaches a control by Tab, and presses it by Enter. */
export async function pressByKeyboard(control: Locator): Promise<void> {
  await tabTo(control);
  await control.page().keyboard.press("Enter");
}

/** Where the focus can't be seen on its way through the page by Tab, since something covers it or nothing marks it: a line each. */
export async function faultsOfTabStops(page: Page, most = 200): Promise<string[]> {
  const faults: string[] = [];
  const seen = new Set<string>();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtFocus);
    if (!stop || seen.has(stop.id)) break;
    seen.add(stop.id);
    if (stop.fault) faults.push(`${stop.fault}: ${stop.what}`);
  }
  if (seen.size < 5) faults.push(`only ${seen.size} stops`);
  return faults;
}

/** Runs in the page. Null where nothing has the focus. */
async function lookAtFocus(): Promise<{ id: string; what: string; fault: string | null } | null> {
  // A toast moves out of the way with the next frame.
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  focused.dataset.stop ??= crypto.randomUUID();
  const what = (focused.getAttribute("aria-label") ?? focused.textContent ?? focused.outerHTML).slice(0, 80);
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  // A few points, as of what is partly covered enough is left to see.
  const points = [0.1, 0.5, 0.9].flatMap((x) =>
    [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
  );
  const isSeen = points.some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return (
      hit !== null &&
      (focused.contains(hit) || hit.contains(focused) || hit.closest("label")?.contains(focused))
    );
  });
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const isMarked = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  const fault = isSeen ? (isMarked ? null : "no outline") : "covered or out of sight";
  return { id: focused.dataset.stop, what, fault };
}
