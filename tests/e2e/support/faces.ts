import { type Browser, expect, type Locator, type Page } from "playwright/test";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { namesUnlike } from "#tests/e2e/support/names.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { cutOff, tooSmall } from "#tests/e2e/support/wall-text.ts";
import { connectClient } from "#tests/support/client.ts";
import { keyIn, postJson, signIn } from "#tests/support/requests.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const FACES = {
  phone: { width: 390, height: 844 },
  host: { width: 1280, height: 800 },
  wall: { width: 1920, height: 1080 },
  results: { width: 1280, height: 800 },
} as const;

export type Pages = Record<keyof typeof FACES, Page>;

/**
 * Expects a title; [F24] on phones and in the control room, names that begin with what is shown; [V26] [V31] on the wall, no text
 * that is cut off or too small; in the control room on a laptop, a page that doesn't scroll.
 */
export async function check(page: Page, where: string): Promise<void> {
  await expect(page).toHaveTitle(/./u);
  const { pathname } = new URL(page.url());
  if (pathname.startsWith("/screen/")) {
    await expect.poll(() => cutOff(page), { message: where }).toEqual([]);
    expect(await tooSmall(page), where).toEqual([]);
  } else if (/^\/host\/\w+$/u.test(pathname) && (page.viewportSize()?.width ?? 0) >= 1280)
    // The control room fills a laptop's window: its columns scroll, and the page does not.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight), where).toBe(0);
  if (/^\/(?:host|s)\/\w+$/u.test(pathname)) expect(await namesUnlike(page), where).toEqual([]);
}

/** The same, and that axe finds nothing, in light and dark. */
export async function checkByAxe(page: Page, where: string): Promise<void> {
  await check(page, where);
  expect(await findProblems(page), where).toEqual([]);
}

/** Presses a key on a control once it can be used: `press` does not wait for a page's scripts, as `click` does. */
export async function pressOn(control: Locator, key: string): Promise<void> {
  await expect(control).toBeEnabled();
  await control.press(key);
}

/** Where a server is, and the instructor's cookies, if they are known already. */
export type Place = { url: string; cookie?: string };

/** A session of the built-in debate; with a vote after reading, unless other settings are given. */
export async function openSession(
  { url, cookie: known }: Place,
  { simulated, ...settings }: GivenSettings & Rehearsed = { questions: { readingVote: true } },
) {
  const cookie = known ?? (await signIn(url));
  const opened = await postJson(
    `${url}/api/sessions`,
    { debateId: "japan-russia-card", settings, simulated },
    cookie,
  );
  const { code, urls } = (await opened.json()) as { code: string; urls: { screen: string } };
  return { cookie, code, key: keyIn(urls.screen) };
}

/** The same on the server that all tests share, with its host connected. */
export async function openHosted(settings?: Parameters<typeof openSession>[1]) {
  const program = sharedProgram();
  const session = await openSession(program, settings);
  const { code, cookie } = session;
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  return { ...session, program, url: program.url, host };
}

type Opening = { cookie: string; code: string; key: string };

/** Screens of a session, each in its own browser: all of them, or those named, as each costs a second of CPU. */
export async function openFaces<Face extends keyof Pages = keyof Pages>(
  browser: Browser,
  { url }: Place,
  { cookie, code, key }: Opening,
  faces = Object.keys(FACES) as Face[],
): Promise<Pick<Pages, Face>> {
  const paths = {
    phone: `/s/${code}`,
    host: `/host/${code}`,
    wall: `/screen/${code}?key=${key}`,
    results: `/results/${code}`,
  };
  const opened = faces.map(async (face) => {
    const context = await browser.newContext({ viewport: FACES[face], reducedMotion: "reduce" });
    if (face === "host") await context.addCookies(toCookies(cookie, url));
    const page = await context.newPage();
    if (face === "host") await openControlRoom(page, url + paths.host);
    else await page.goto(url + paths[face]);
    return [face, page] as const;
  });
  return Object.fromEntries(await Promise.all(opened)) as Pick<Pages, Face>;
}

/** Opens a control room until it can be used: it connects, and loads what shows notices and keeps the focus, after its buttons. */
export async function openControlRoom(room: Page, address: string): Promise<void> {
  const connected = new Promise<void>((resolve) => {
    room.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => String(payload).includes('"synced"') && resolve()),
    );
  });
  await room.goto(address);
  await whenInteractive(room);
  await connected;
  await room.locator("[data-toasts]").waitFor({ state: "attached" });
}

/** Closes all toasts by keyboard: one under the pointer, or while Tab has left the page, stays, and would be pressed later. */
export async function closeToasts(page: Page): Promise<void> {
  const toasts = page.locator("[data-toasts] li");
  await expect(async () => {
    for (const close of await toasts.locator("> button:last-child").all())
      await close.press("Enter", { timeout: 2_000 });
    await expect(toasts).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
}

/** [H14] Opens the control room's panel for what a lesson rarely needs. */
export async function unfoldSession(room: Page): Promise<void> {
  // By keyboard: a press within a column that scrolls takes the shortcuts [P9].
  await room
    .locator("summary", { has: room.getByRole("heading", { name: "Session", exact: true }) })
    .press("Enter");
}

export function toCookies(header: string, url: string) {
  return header.split("; ").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("="), url };
  });
}
