import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, CDPSession, Page } from "playwright/test";
import type { CpuProfile } from "#tests/bench/cpu-profile.ts";
import type { Figure } from "#tests/bench/figures.ts";
import { DESK, PHONE, slowPage, startBrowser } from "#tests/bench/slow-page.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";
import { joinSession, postJson, signIn } from "#tests/support/requests.ts";

const CLASSMATES = 30;
/** Within this, in milliseconds, a page has painted what an interaction or its load led to. */
const SETTLED = 3_000;
const WITHIN = 200;
const SHIFT = 0.02;
const TYPED = "Geography does not bargain, but treaties do.";

type Watched = { lcp: number; shift: number; events: { name: string; duration: number }[] };

/** What a student and a host wait for in a real Chromium: the first picture, what moves under their eyes, and each press. */
export async function interactions(reports: string): Promise<Figure[]> {
  await using program = await startProgram({ kind: "launched" });
  const { url } = program;
  const cookie = await signIn(url);
  const { code, host } = await opened(url, cookie);
  const browser = await startBrowser();
  try {
    const figures = await student(browser, { url, code, host, reports });
    const desk = await watchedPage(browser, DESK, cookie);
    await desk.page.goto(`${url}/host/${code}`);
    return [...figures, ...(await loaded(desk.page, "host", 2_500))];
  } finally {
    await browser.close();
    host.socket.close();
  }
}

type Lesson = { url: string; code: string; host: Client; reports: string };

async function student(browser: Browser, { url, code, host, reports }: Lesson): Promise<Figure[]> {
  const { page, client } = await watchedPage(browser, PHONE);
  const figures: Figure[] = [];
  const time = async (name: string, act: () => Promise<unknown>) => {
    figures.push(await timed(page, client, { name, act, reports }));
  };
  await page.goto(`${url}/s/${code}`);
  figures.push(...(await loaded(page, "student", 1_800)));
  await time("Join", () => page.getByRole("button", { name: "Join" }).click());
  await page.getByRole("heading", { name: "You are in" }).waitFor();
  await moveTo(host, "rebuttal");
  await page.getByRole("tab", { name: "Rebuttals" }).waitFor();
  await settled(page);
  await time("tab Read", () => page.getByRole("tab", { name: "Read" }).click());
  await time("tab Rebuttals", () => page.getByRole("tab", { name: "Rebuttals" }).click());
  await time("Write", () => page.getByRole("button", { name: "Write" }).click());
  await page.getByRole("dialog").getByRole("radio").first().check();
  const words = page.getByRole("dialog").getByRole("textbox").first();
  await words.click();
  await settled(page);
  await time("keystroke in the composer", () => words.pressSequentially(TYPED, { delay: 100 }));
  await time("Send", () => page.getByRole("button", { name: "Send" }).click());
  return figures;
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
  const watched: Watched = { lcp: 0, shift: 0, events: [] };
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
    const { interactionId, name, duration } = entry as PerformanceEventTiming & { interactionId: number };
    if (interactionId > 0) watched.events.push({ name, duration });
  });
}

const settled = (page: Page) => page.waitForTimeout(SETTLED);
const watchedIn = (page: Page) => page.evaluate(() => (window as unknown as { watched: Watched }).watched);

async function loaded(page: Page, who: string, most: number): Promise<Figure[]> {
  await settled(page);
  const { lcp, shift } = await watchedIn(page);
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"))
      .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
  );
  const kilobytes = scripts.reduce((sum, bytes) => sum + bytes, 0) / 1_000;
  return [
    { name: `${who}: largest paint`, unit: "ms", resolved: lcp, bar: atMost(lcp, most) },
    { name: `${who}: layout shift at load`, unit: "", resolved: shift, bar: atMost(shift, SHIFT) },
    { name: `${who}: scripts, with those fetched ahead`, unit: "files", resolved: scripts.length },
    { name: `${who}: script, with what is fetched ahead`, unit: "KB", resolved: kilobytes },
  ];
}

type Timed = { name: string; act: () => Promise<unknown>; reports: string };

/** The longest time from a press to the next picture, and a profile of it. */
async function timed(page: Page, client: CDPSession, { name, act, reports }: Timed): Promise<Figure> {
  await page.evaluate(() => {
    (window as unknown as { watched: Watched }).watched.events = [];
  });
  await client.send("Profiler.enable");
  await client.send("Profiler.start");
  await act();
  await settled(page);
  const { profile } = (await client.send("Profiler.stop")) as { profile: CpuProfile };
  await writeFile(path.join(reports, `${name.replaceAll(" ", "-")}.cpuprofile`), JSON.stringify(profile));
  const { events } = await watchedIn(page);
  const longest = Math.max(0, ...events.map(({ duration }) => duration));
  process.stdout.write(`  ${name}: ${longest} ms\n`);
  return { name: `student: ${name}`, unit: "ms", resolved: longest, bar: atMost(longest, WITHIN) };
}

const atMost = (value: number, most: number) => ({ text: `<= ${most}`, met: value <= most });
