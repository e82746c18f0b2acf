import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Locator } from "playwright/test";
import { openClass } from "#tests/bench/browser-class.ts";
import type { Figure } from "#tests/bench/figures.ts";
import {
  clickSlowly,
  middleOf,
  note,
  type Press,
  plainPress,
  pressFigures,
  settled,
  slowest,
  type Times,
  watchedPage,
} from "#tests/bench/press-times.ts";
import { DESK, startBrowser } from "#tests/bench/slow-page.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";
import { signIn } from "#tests/support/requests.ts";

const STUDENTS = 300;
const REBUTTALS = 100;
/** Control rooms, one after the other. */
const ROOMS = 3;
/** How long the class takes to vote while the host presses, in milliseconds. */
const VOTES = 10_000;

type Lesson = { address: string; cookie: string; host: Client; students: Client[] };

/** What the host of a class of 300 waits for in a real Chromium, also while the class votes. */
export async function controlRoom(): Promise<Figure[]> {
  await using program = await startProgram({ kind: "launched" });
  const lesson = await opened(program.url, await signIn(program.url));
  const browser = await startBrowser();
  const times: Times = new Map();
  const plain: Press[] = [];
  try {
    for (let turn = 0; turn < ROOMS; turn += 1) {
      plain.push(await plainPress(browser));
      await host(browser, lesson, (name, press) => note(times, name, press));
    }
    return [...times].flatMap(([name, presses]) => pressFigures(`host: ${name}`, presses, plain));
  } finally {
    await browser.close();
    for (const { socket } of [lesson.host, ...lesson.students]) socket.close();
  }
}

/** One control room, from the lobby to the rebuttals. */
async function host(
  browser: Browser,
  { address, cookie, host, students }: Lesson,
  time: (name: string, press: Press) => void,
): Promise<void> {
  await moveTo(host, "lobby");
  const { page } = await watchedPage(browser, DESK, cookie);
  const within = async (name: string, act: () => Promise<unknown>) => time(name, await slowest(page, act));
  const press = async (name: string, button: Locator) => {
    await button.scrollIntoViewIfNeeded();
    const middle = await middleOf(button);
    await settled(page);
    await within(name, () => clickSlowly(page, middle));
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true }).first();

  await page.goto(address);
  await settled(page);
  await press("Open the first vote", button("Open the first vote"));
  const votes = cast(students);
  await press("Blank projector, while the class votes", button("Blank projector"));
  await votes;
  await moveTo(host, "rebuttal");
  await page.getByRole("article").first().waitFor();
  await press(
    "Show on projector",
    page.getByRole("main").getByRole("button", { name: "Show on projector" }).nth(2),
  );
  await press("Hide", page.getByRole("main").getByRole("button", { name: "Hide" }).nth(3));
  await button("Search and filter").click();
  await page.getByPlaceholder("Search words or names").click();
  await settled(page);
  await within("keystroke in the search", () => page.keyboard.type("geography", { delay: 100 }));
  await page.getByLabel("Find a name").click();
  await settled(page);
  await within("keystroke among names", () => page.keyboard.type("student", { delay: 100 }));
  await page.context().close();
}

/** The whole class votes, one after the other. */
async function cast(students: Client[]): Promise<void> {
  for (const [number, student] of students.entries()) {
    void student.send("ballot:cast", ballot(number % 2 === 0 ? "for" : "against", "before", Date.now()));
    await pause(VOTES / students.length);
  }
}

/** A session whose class has written. */
async function opened(url: string, cookie: string): Promise<Lesson> {
  const { code, host, students } = await openClass(url, cookie, STUDENTS);
  await moveTo(host, "rebuttal");
  for (const [number, student] of students.slice(0, REBUTTALS).entries())
    await student.send(
      "rebuttal:post",
      rebuttal({ body: `Geography does not bargain, treaties do: ${number}.` }),
    );
  return { address: `${url}/host/${code}`, cookie, host, students };
}
