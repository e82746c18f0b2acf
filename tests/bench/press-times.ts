import type { Browser, CDPSession, Locator, Page } from "playwright/test";
import { atMost, type Figure, median } from "#tests/bench/figures.ts";
import { PHONE, slowPage } from "#tests/bench/slow-page.ts";

/** How long a finger rests, in milliseconds. */
const RESTS = 80;
/** Within this, in milliseconds, a page has painted what an interaction or its load led to. */
const SETTLED = 3_000;
const WITHIN = 200;

type Point = { x: number; y: number };
type Span = { startTime: number; duration: number };
type Watched = { lcp: number; shift: number; events: Span[]; frames: Span[] };
/** Milliseconds from a press to the next picture, and to the end of the last long frame that follows. */
export type Press = { next: number; all: number };
/** By what was pressed, of each phone in turn. */
export type Times = Map<string, Press[]>;

/** A press at a page of no product, which draws 300 paragraphs: what the machine takes for it at this moment. */
export async function plainPress(browser: Browser): Promise<Press> {
  const { page, client } = await watchedPage(browser, PHONE);
  await page.goto("about:blank");
  await page.setContent(`<meta name="viewport" content="width=device-width" />
    <button style="width: 100px; height: 100px" onclick="
      for (let n = 0; n < 300; n += 1) document.body.append(Object.assign(document.createElement('p'), { textContent: n + ' Geography does not bargain.' }));
    "></button>`);
  await settled(page);
  const press = await slowest(page, () => tap(client, { x: 50, y: 50 }));
  await page.context().close();
  return press;
}

export async function middleOf(button: Locator): Promise<Point> {
  const box = await button.boundingBox();
  if (!box) throw new Error(`Not in the page: ${button}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export async function tap(client: CDPSession, { x, y }: Point): Promise<void> {
  // Its answer comes once the page has handled it: waited for, a busy page would make a long press of a tap.
  const began = client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  await new Promise((resolve) => setTimeout(resolve, RESTS));
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await began;
}

export async function clickSlowly(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await new Promise((resolve) => setTimeout(resolve, RESTS));
  await page.mouse.up();
}

export function note(times: Times, name: string, press: Press): void {
  times.set(name, [...(times.get(name) ?? []), press]);
  process.stdout.write(`  ${name}: ${press.next} ms, all of it ${press.all.toFixed(0)} ms\n`);
}

export async function watchedPage(...parameters: Parameters<typeof slowPage>) {
  const slow = await slowPage(...parameters);
  await slow.page.addInitScript(watchPage);
  return slow;
}

/** Runs in the page, before its own scripts. */
function watchPage(): void {
  const watched: Watched = { lcp: 0, shift: 0, events: [], frames: [] };
  Object.assign(window, { watched });
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      ...{ type, buffered: true, durationThreshold: 16 },
    } as PerformanceObserverInit);
  observe("largest-contentful-paint", ({ startTime }) => {
    watched.lcp = startTime;
  });
  observe("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) watched.shift += value;
  });
  observe("event", (entry) => {
    const { interactionId, startTime, duration } = entry as PerformanceEventTiming & {
      interactionId: number;
    };
    if (interactionId > 0) watched.events.push({ startTime, duration });
  });
  observe("long-animation-frame", ({ startTime, duration }) => {
    watched.frames.push({ startTime, duration });
  });
}

export const settled = (page: Page) => page.waitForTimeout(SETTLED);
export const watchedIn = (page: Page) =>
  page.evaluate(() => (window as unknown as { watched: Watched }).watched);

export function pressFigures(name: string, presses: Press[], plain: Press[]): Figure[] {
  const times = presses.map(({ next }) => next);
  const resolved = median(times);
  return [
    {
      name: `${name} (${Math.min(...times)} to ${Math.max(...times)})`,
      ...{ unit: "ms", bare: median(plain.map(({ next }) => next)), resolved, bar: atMost(resolved, WITHIN) },
    },
    {
      name: "  until all of it is drawn",
      ...{
        unit: "ms",
        bare: median(plain.map(({ all }) => all)),
        resolved: median(presses.map(({ all }) => all)),
      },
    },
  ];
}

/** The slowest press of those that happen meanwhile. */
export async function slowest(page: Page, act: () => Promise<unknown>): Promise<Press> {
  await page.evaluate(() => {
    Object.assign((window as unknown as { watched: Watched }).watched, { events: [], frames: [] });
  });
  await act();
  await settled(page);
  const { events, frames } = await watchedIn(page);
  const next = Math.max(0, ...events.map(({ duration }) => duration));
  const pressed = events.find(({ duration }) => duration === next)?.startTime ?? 0;
  const ends = frames.map(({ startTime, duration }) => startTime + duration - pressed);
  return { next, all: Math.max(next, ...ends) };
}
