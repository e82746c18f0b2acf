import { type Browser, expect, type Locator, type Page } from "playwright/test";
import { withPreset } from "#debate/rules/presets.ts";
import type { Preset } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";
import { openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, type Plan, plansOf, vote } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { ballot } from "#tests/support/lesson.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en: messages } = ALL_WORDS;

/** Twelve students: five For, five Against and two undecided, of whom seven are For at the end. */
export const MOVED = [
  [4, 1, 0],
  [2, 3, 0],
  [1, 0, 1],
];
const SMALL = { viewport: { width: 390, height: 844 }, reducedMotion: "reduce" } as const;

type Student = { plan: Plan } & ({ phone: Page } | { client: Client });
export type Lesson = {
  url: string;
  code: string;
  host: Page;
  remote: Client;
  students: Student[];
  settings: Settings;
};

/** The form in which a teacher opens a session. */
export async function openForm(browser: Browser) {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie } = await openSession(program);
  const room = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  await room.addCookies(toCookies(cookie, url));
  const host = await room.newPage();
  // Those of other tests are proposed before a preset [D34].
  await host.route("**/api/templates", (route) => route.fulfill({ json: { templates: [] } }));
  await host.goto(`${url}/debates/japan-russia-card`);
  await host.getByRole("button", { name: "Open a session" }).first().click();
  return { url, cookie, host, form: host.getByRole("dialog") };
}

/**
 * Opens a session with a preset as a teacher does, and has twelve students join it: in as many browsers, or, where not `all` have
 * one, four in browsers and eight by sockets, which take a hundredth of the time.
 */
export async function openLesson(browser: Browser, preset: Preset, all: boolean): Promise<Lesson> {
  const { url, cookie, host, form } = await openForm(browser);
  await form.getByRole("radio", { name: messages.instructor.opening.presets[preset].name }).click();
  await form.getByRole("button", { name: "Open session" }).click();
  await host.waitForURL(/\/host\/[0-9A-Z]{6}$/u);
  const code = new URL(host.url()).pathname.split("/").at(-1) ?? "";
  const remote = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const students = await Promise.all(
    plansOf(MOVED).map(async (plan, index): Promise<Student> => {
      if (!all && index % 3 !== 0) return { plan, client: await joinBySocket(url, code) };
      return { plan, phone: await joinByPhone(url, code, await browser.newContext(SMALL)) };
    }),
  );
  await remote.sees(({ joined }) => joined === 12);
  return { url, code, host, remote, students, settings: withPreset(preset, Settings.parse({})) };
}

/** Has all students do something at once, each as they are connected. */
export function together<Done>(
  { students }: Lesson,
  byPhone: (phone: Page, plan: Plan, index: number) => Promise<Done>,
  bySocket: (client: Client, plan: Plan, index: number) => Promise<Done>,
): Promise<Done[]> {
  return Promise.all(
    students.map((student, index) =>
      "phone" in student
        ? byPhone(student.phone, student.plan, index)
        : bySocket(student.client, student.plan, index),
    ),
  );
}

/** Sends what must be accepted. */
export async function said(answer: Promise<{ ok: boolean }>): Promise<void> {
  expect(await answer).toMatchObject({ ok: true });
}

export async function voteAll(lesson: Lesson, round: "before" | "reading" | "after"): Promise<void> {
  const choice = (plan: Plan) => plan[round === "after" ? "after" : "before"];
  await together(
    lesson,
    (phone, plan) => vote(phone, choice(plan)),
    (client, plan) => said(client.send("ballot:cast", ballot(choice(plan), round))),
  );
  await expect(lesson.host.getByText("12 of 12 have voted").first()).toBeVisible();
}

/**
 * Presses until the button hears it. A page that goes to its top, or to the beginning of a text, moves away under a press that comes
 * faster than a student's, and the button then hears none.
 */
async function press(button: Locator): Promise<void> {
  await expect(async () => {
    const heard = await button.evaluateHandle((element) => {
      const presses = { count: 0 };
      element.addEventListener("click", () => presses.count++, { once: true });
      return presses;
    });
    await button.click();
    expect(await heard.evaluate(({ count }) => count)).toBe(1);
  }).toPass({ timeout: 30_000 });
}

export async function readBoth(lesson: Lesson): Promise<void> {
  await together(
    lesson,
    async (phone) => {
      await press(phone.getByRole("button", { name: /^Now read the other side/u }));
      await expect(phone.getByRole("tab", { selected: true })).toBeFocused();
      const both = phone.getByRole("button", { name: "I have read both" });
      await press(both);
      await expect(both).toHaveAttribute("aria-pressed", "true");
    },
    (client) => said(client.send("reading:done", { on: true })),
  );
  await expect(lesson.host.getByText("12 of 12 have read both")).toBeVisible();
}

/** [P23] Everyone has a table, and meets someone with another answer. */
export async function pair(lesson: Lesson): Promise<void> {
  const { host, remote, students } = lesson;
  await host.getByRole("button", { name: "Pair the class" }).click();
  await remote.hearsRoster(({ seats }) => seats.length === 12 && seats.every(({ table }) => table));
  const tables = await together(
    lesson,
    async (phone) => (await phone.getByRole("heading", { name: /^Table \d+$/u }).textContent()) ?? "",
    async (client) => {
      const { pair: place } = (await client.sync()).you ?? {};
      return typeof place === "object" ? `Table ${place.table}` : "";
    },
  );
  expect(new Set(tables).size).toBe(6);
  for (const table of new Set(tables)) {
    const votes = students.filter((_, index) => tables[index] === table).map(({ plan }) => plan.before);
    expect(new Set(votes).size, `${table}: ${votes}`).toBe(2);
  }
  await host.getByRole("button", { name: "Start the script" }).click();
  const turn = /You speak: say what you think|speaks\. Listen/u;
  await together(
    lesson,
    (phone) => phone.getByText(turn).first().waitFor(),
    async (client) => void (await client.sees(({ pairs }) => pairs?.startedAt !== undefined)),
  );
}
