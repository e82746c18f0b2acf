import type { Browser, Locator, Page } from "playwright/test";
import { openClass } from "#tests/bench/browser-class.ts";
import { atMost, type Figure, median } from "#tests/bench/figures.ts";
import {
  middleOf,
  note,
  type Press,
  plainPress,
  pressFigures,
  settled,
  slowest,
  type Times,
  tap,
  watchedIn,
  watchedPage,
} from "#tests/bench/press-times.ts";
import { DESK, PHONE, startBrowser } from "#tests/bench/slow-page.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";
import { signIn } from "#tests/support/requests.ts";

const CLASSMATES = 30;
/** Phones, one after the other: the machine is up to twice as slow from one to the next. */
const PHONES = 5;
const SHIFT = 0.02;
const TYPED = "Geography does not bargain, but treaties do.";

type Load = { lcp: number; shift: number; scripts: number[] };

/** What a student and a host wait for in a real Chromium: the first picture, what moves under their eyes, and each press. */
export async function interactions(): Promise<Figure[]> {
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
    const desk = await watchedPage(browser, DESK, cookie);
    await desk.page.goto(`${url}/host/${code}`);
    const control = await loaded(desk.page);
    return [
      ...loadFigures("student", loads, 1_800),
      ...[...times].flatMap(([name, presses]) => pressFigures(`student: ${name}`, presses, plain)),
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
};

/** One phone, from its join to its rebuttal and a search. */
async function student(browser: Browser, { url, code, host, time }: Lesson): Promise<Load> {
  await moveTo(host, "lobby");
  const { page, client } = await watchedPage(browser, PHONE);
  const within = async (name: string, act: () => Promise<unknown>) => {
    const press = await slowest(page, act);
    time?.(name, press);
  };
  /** By a finger, at a place found before: looking a button up by its role takes a slow phone as long as what it does. */
  const press = async (name: string, button: Locator) => {
    const middle = await middleOf(button);
    await settled(page);
    await within(name, () => tap(client, middle));
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
  await page.getByRole("button", { name: "Search and filter" }).click();
  await page.getByPlaceholder("Search words or names").click();
  await settled(page);
  await within("keystroke in the search", () => page.keyboard.type("geography", { delay: 100 }));
  await page.context().close();
  return load;
}

/** A session with a class that has written. */
async function opened(url: string, cookie: string): Promise<{ code: string; host: Client }> {
  const { code, host, students: classmates } = await openClass(url, cookie, CLASSMATES);
  await moveTo(host, "rebuttal");
  for (const classmate of classmates)
    await classmate.send("rebuttal:post", rebuttal({ quote: { side: "for", n: 1, exact: "the" } }));
  for (const classmate of classmates) classmate.socket.close();
  await moveTo(host, "lobby");
  return { code, host };
}

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
    { name: `${who}: layout shift at load, most`, unit: "", resolved: shift, bar: atMost(shift, SHIFT, "") },
    { name: `${who}: scripts, with those fetched ahead`, unit: "files", resolved: scripts.length },
    { name: `${who}: script, with what is fetched ahead`, unit: "KB", resolved: kilobytes },
  ];
}
