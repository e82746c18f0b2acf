import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, CDPSession, Locator, Page } from "playwright/test";
import type { CpuProfile } from "#tests/bench/cpu-profile.ts";
import { type Figure, median } from "#tests/bench/figures.ts";
import { DESK, PHONE, slowPage, startBrowser } from "#tests/bench/slow-page.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";
import { joinSession, postJson, signIn } from "#tests/support/requests.ts";

const CLASSMATES = 30;
/** Phones, one after the other: the machine is up to twice as slow from one to the next. */
const PHONES = 5;
/** How long a finger rests, in milliseconds. */
const RESTS = 80;
/** Within this, in milliseconds, a page has painted what an interaction or its load led to. */
const SETTLED = 3_000;
const WITHIN = 200;
const SHIFT = 0.02;
const TYPED = "Geography does not bargain, but treaties do.";

type Span = { startTime: number; duration: number };
type Watched = { lcp: number; shift: number; events: Span[]; frames: Span[] };
/** Milliseconds from a press to the next picture, and to the end of the last long frame that follows. */
type Press = { next: number; all: number };
type Load = { lcp: number; shift: number; scripts: number[] };
/** By what was pressed, of each phone in turn. */
type Times = Map<string, Press[]>;

/** What a student and a host wait for in a real Chromium: the first picture, what moves under their eyes, and each press. */
export async function interactions(reports: string): Promise<Figure[]> {
  await using program = await startProgram({ kind: "launched" });
  const { url } = program;
  const cookie = await signIn(url);
  const { code, host } = await opened(url, cookie);
  const browser = await startBrowser();
  const times: Times = new Map();
  const loads: Load[] = [];
  const plain: Press[] = [];
  try {
    for (let turn = 0; turn < PHONES; turn += 1) {
      plain.push(await plainPress(browser));
      loads.push(
        await student(browser, { url, code, host, time: (name, press) => note(times, name, press) }),
      );
    }
    // Once more, since a profiler slows down what it looks at.
    await student(browser, { url, code, host, reports });
    const desk = await watchedPage(browser, DESK, cookie);
    await desk.page.goto(`${url}/host/${code}`);
    const control = await loaded(desk.page);
    return [
      ...loadFigures("student", loads, 1_800),
      ...[...times].flatMap(([name, presses]) => pressFigures(name, presses, plain)),
      ...loadFigures("host", [control], 2_500),
    ];
  } finally {
    await browser.close();
    host.socket.close();
  }
}

type Lesson = {
  url: string;
  code: string;
  host: Client;
  time?: (name: string, press: Press) => void;
  /** Where profiles are written, if they are. */
  reports?: string;
};

/** One phone, from its join to its rebuttal. */
async function student(browser: Browser, { url, code, host, time, reports }: Lesson): Promise<Load> {
  await moveTo(host, "lobby");
  const { page, client } = await watchedPage(browser, PHONE);
  const within = async (name: string, act: () => Promise<unknown>) => {
    const press = await slowest(page, () => (reports ? profiled(client, name, act, reports) : act()));
    time?.(name, press);
  };
  /** By a finger, at a place found before: looking a button up by its role takes a slow phone as long as what it does. */
  const press = async (name: string, button: Locator) => {
    const { x, y, width, height } = (await button.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await settled(page);
    await within(name, () => tap(client, x + width / 2, y + height / 2));
  };
  await page.goto(`${url}/s/${code}`);
  const load = await loaded(page);
  await press("Join", page.getByRole("button", { name: "Join" }));
  await page.getByRole("heading", { name: "You are in" }).waitFor();
  await moveTo(host, "rebuttal");
  await page.getByRole("tab", { name: "Rebuttals" }).waitFor();
  await press("tab Read", page.getByRole("tab", { name: "Read" }));
  await press("tab Rebuttals", page.getByRole("tab", { name: "Rebuttals" }));
  await press("Write", page.getByRole("button", { name: "Write" }));
  const composer = page.getByRole("dialog");
  await composer.getByRole("radio").first().check();
  await composer.getByRole("textbox").first().click();
  await settled(page);
  await within("keystroke in the composer", () => page.keyboard.type(TYPED, { delay: 100 }));
  await press("Send", page.getByRole("button", { name: "Send" }));
  await composer.waitFor({ state: "detached" });
  await page.context().close();
  return load;
}

/** A press at a page of no product, which draws 300 paragraphs: what the machine takes for it at this moment. */
async function plainPress(browser: Browser): Promise<Press> {
  const { page, client } = await watchedPage(browser, PHONE);
  await page.goto("about:blank");
  await page.setContent(`<meta name="viewport" content="width=device-width" />
    <button style="width: 100px; height: 100px" onclick="
      for (let n = 0; n < 300; n += 1) document.body.append(Object.assign(document.createElement('p'), { textContent: n + ' ${TYPED}' }));
    "></button>`);
  await settled(page);
  const press = await slowest(page, () => tap(client, 50, 50));
  await page.context().close();
  return press;
}

async function tap(client: CDPSession, x: number, y: number): Promise<void> {
  // Its answer comes once the page has handled it: waited for, a busy page would make a long press of a tap.
  const began = client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  await new Promise((resolve) => setTimeout(resolve, RESTS));
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await began;
}

function note(times: Times, name: string, press: Press): void {
  times.set(name, [...(times.get(name) ?? []), press]);
  process.stdout.write(`  ${name}: ${press.next} ms, all of it ${press.all.toFixed(0)} ms\n`);
}

/** A session with a class that has written. */
async function opened(url: string, cookie: string): Promise<{ code: string; host: Client }> {
  const listed = await fetch(`${url}/api/debates`, { headers: { cookie } });
  const { debates } = (await listed.json()) as { debates: { id: string }[] };
  const session = await postJson(`${url}/api/sessions`, { debateId: debates[0]?.id }, cookie);
  const { code } = (await session.json()) as { code: string };
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const classmates: Client[] = [];
  for (let number = 0; number < CLASSMATES; number += 1) {
    const { ticket, participantId } = await joinSession(url, code, `Student ${number}`);
    classmates.push(await connectClient(url, { auth: { code, ticket }, participantId }));
  }
  await moveTo(host, "rebuttal");
  for (const classmate of classmates)
    await classmate.send("rebuttal:post", rebuttal({ quote: { side: "for", n: 1, exact: "the" } }));
  for (const classmate of classmates) classmate.socket.close();
  await moveTo(host, "lobby");
  return { code, host };
}

async function watchedPage(...parameters: Parameters<typeof slowPage>) {
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

const settled = (page: Page) => page.waitForTimeout(SETTLED);
const watchedIn = (page: Page) => page.evaluate(() => (window as unknown as { watched: Watched }).watched);

async function loaded(page: Page): Promise<Load> {
  await settled(page);
  const { lcp, shift } = await watchedIn(page);
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"))
      .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
  );
  return { lcp, shift, scripts };
}

function loadFigures(who: string, loads: Load[], most: number): Figure[] {
  const lcp = median(loads.map((load) => load.lcp));
  const shift = Math.max(...loads.map((load) => load.shift));
  const scripts = loads[0]?.scripts ?? [];
  const kilobytes = scripts.reduce((sum, bytes) => sum + bytes, 0) / 1_000;
  return [
    { name: `${who}: largest paint`, unit: "ms", resolved: lcp, bar: atMost(lcp, most) },
    { name: `${who}: layout shift at load, most`, unit: "", resolved: shift, bar: atMost(shift, SHIFT) },
    { name: `${who}: scripts, with those fetched ahead`, unit: "files", resolved: scripts.length },
    { name: `${who}: script, with what is fetched ahead`, unit: "KB", resolved: kilobytes },
  ];
}

function pressFigures(name: string, presses: Press[], plain: Press[]): Figure[] {
  const times = presses.map(({ next }) => next);
  const resolved = median(times);
  return [
    {
      name: `student: ${name} (${Math.min(...times)} to ${Math.max(...times)})`,
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
async function slowest(page: Page, act: () => Promise<unknown>): Promise<Press> {
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

async function profiled(client: CDPSession, name: string, act: () => Promise<unknown>, reports: string) {
  await client.send("Profiler.enable");
  await client.send("Profiler.start");
  await act();
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const { profile } = (await client.send("Profiler.stop")) as { profile: CpuProfile };
  await writeFile(path.join(reports, `${name.replaceAll(" ", "-")}.cpuprofile`), JSON.stringify(profile));
}

const atMost = (value: number, most: number) => ({ text: `<= ${most}`, met: value <= most });
