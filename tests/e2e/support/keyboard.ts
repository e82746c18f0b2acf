import { expect, type Locator, type Page } from "playwright/test";

/** Tab, as often as it takes, until something has the focus: what can't be reached so can't be used by keyboard. */
export async function tabTo(control: Locator, most = 150, key = "Tab"): Promise<void> {
  const page = control.page();
  await expect(control).toBeEnabled();
  for (let stops = 0; stops < most; stops += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`not reached in ${most} steps: ${control}`);
}

/** Reaches a control by Tab, and presses it by Enter. */
export async function pressByKeyboard(control: Locator): Promise<void> {
  await tabTo(control);
  await control.page().keyboard.press("Enter");
}

/** The same the shorter way: by Shift+Tab where it is before what has the focus, and not round the whole page. */
export async function pressNearby(control: Locator): Promise<void> {
  await expect(control).toBeEnabled();
  const isBefore = await control.evaluate((element) => {
    const { activeElement, body } = document;
    if (!activeElement || activeElement === body) return false;
    return (activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  });
  await tabTo(control, 150, isBefore ? "Shift+Tab" : "Tab");
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
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  focused.dataset.stop ??= crypto.randomUUID();
  const what = (focused.getAttribute("aria-label") || focused.textContent || focused.outerHTML).slice(0, 80);
  const isSeen = () => {
    const { left, top, width, height } = focused.getBoundingClientRect();
    // A few points, as of what is partly covered enough is left to see.
    return [0.1, 0.5, 0.9].some((x) =>
      [0.1, 0.5, 0.9].some((y) => {
        const hit = document.elementFromPoint(left + width * x, top + height * y);
        return (
          hit !== null &&
          (focused.contains(hit) || hit.contains(focused) || hit.closest("label")?.contains(focused))
        );
      }),
    );
  };
  // The page scrolls to it, and a toast moves out of its way, within a few frames.
  for (let frames = 0; frames < 60 && !isSeen(); frames += 1) await new Promise(requestAnimationFrame);
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const isMarked = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  const { top, bottom } = focused.getBoundingClientRect();
  const middle = document.elementFromPoint(focused.getBoundingClientRect().left + 1, (top + bottom) / 2);
  const cover = middle?.outerHTML.slice(0, 120) ?? "nothing: it is out of view";
  const fault = !isSeen() ? `at ${top} to ${bottom} covered by ${cover}` : isMarked ? null : "no outline";
  return { id: focused.dataset.stop, what, fault };
}

/** What lies behind a bar that stays in its place, wholly or in part, when it has the focus: a line each. Once through the page. */
export async function stopsBehindBars(page: Page, key: "Tab" | "Shift+Tab", most = 200): Promise<string[]> {
  const behind: string[] = [];
  const seen = new Set<string>();
  await page.evaluate(startAt, key);
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(lookBehindBars);
    if (!stop || seen.has(stop.id)) break;
    seen.add(stop.id);
    if (stop.fault) behind.push(stop.fault);
  }
  return behind;
}

/** Runs in the page: the next stop is the first or the last one. */
function startAt(key: string): void {
  const within = document.querySelector("[role=dialog]") ?? document.body;
  const all = [...within.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")];
  const shown = all.filter((each) => each.checkVisibility());
  const end = key === "Tab" ? shown[0] : shown.at(-1);
  end?.focus();
  if (within === document.body) end?.blur();
}

/** Runs in the page. Null where nothing has the focus. */
async function lookBehindBars(): Promise<{ id: string; fault: string | null } | null> {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  focused.dataset.stop ??= crypto.randomUUID();
  const coverAt = (x: number, y: number) => {
    const hit = document.elementFromPoint(x, y);
    if (!hit) return null;
    if (focused.contains(hit) || hit.closest("label")?.contains(focused)) return null;
    for (let each: Element | null = hit; each && !each.contains(focused); each = each.parentElement)
      // [F10] A toast moves out of its way, or is as tall as the room that there is.
      if (/fixed|sticky/u.test(getComputedStyle(each).position) && !each.matches("[data-toasts]"))
        return each.outerHTML.slice(0, 100);
    return null;
  };
  const find = () => {
    // A field as tall as the window can't be in sight as a whole.
    const box = [...focused.getClientRects()].find(({ height }) => height < innerHeight / 2);
    if (!box) return null;
    const { left, top, width, height } = box;
    const points = [0.15, 0.5, 0.85].map((y) => top + height * y).filter((y) => y > 0 && y < innerHeight);
    return points.map((y) => coverAt(left + width / 2, y)).find((each) => each) ?? null;
  };
  // The page scrolls to it, and a toast moves out of its way, within a few frames.
  for (let frames = 0; frames < 40 && find(); frames += 1) await new Promise(requestAnimationFrame);
  const cover = find();
  const what = (focused.getAttribute("aria-label") || focused.textContent || focused.outerHTML).slice(0, 60);
  return { id: focused.dataset.stop, fault: cover && `${what}: covered by ${cover}` };
}
