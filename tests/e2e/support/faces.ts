import { type Browser, expect, type Page } from "@playwright/test";
import type { z } from "zod";
import type { Settings } from "#debate/rules/settings.ts";
import { findProblems } from "#tests/e2e/support/axe.ts";
import type { Program } from "#tests/support/program.ts";
import { keyIn, postJson, signIn } from "#tests/support/requests.ts";

const FACES = {
  phone: { width: 390, height: 844 },
  host: { width: 1280, height: 800 },
  wall: { width: 1920, height: 1080 },
  results: { width: 1280, height: 800 },
} as const;

export type Pages = Record<keyof typeof FACES, Page>;

/** The color schemes in which each flow is played. Screen checks use both; `npm run test:long` plays every flow in both. */
export const SCHEMES = process.env.BOTH_SCHEMES ? (["light", "dark"] as const) : (["light"] as const);

/** Takes a screenshot in dark and light, and expects no finding from axe. The two differ only in colors. */
export async function check(page: Page, where: string): Promise<void> {
  await expect(page).toHaveTitle(/./u);
  const picture = `screens/${where.replace(/[^\w]+/gu, "-")}`;
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await findProblems(page, `${picture}-in-dark`, ["color-contrast"]), `${where}, in dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await findProblems(page, `${picture}-in-light`), `${where}, in light`).toEqual([]);
}

/** A session of the built-in debate; with a vote after reading, unless other settings are given. */
export async function openSession(
  { url }: Program,
  settings: z.input<typeof Settings> = { readingVote: true },
) {
  const cookie = await signIn(url);
  const opened = await postJson(`${url}/api/sessions`, { debateId: "japan-russia-card", settings }, cookie);
  const { code, urls } = (await opened.json()) as { code: string; urls: { screen: string } };
  return { cookie, code, key: keyIn(urls.screen) };
}

type Opening = { cookie: string; code: string; key: string; colorScheme: "light" | "dark" };

/** All screens of a session, each in its own browser. */
export async function openFaces(
  browser: Browser,
  { url }: Program,
  { cookie, code, key, colorScheme }: Opening,
): Promise<Pages> {
  const open = async (face: keyof typeof FACES, path: string) => {
    const context = await browser.newContext({ viewport: FACES[face], colorScheme, reducedMotion: "reduce" });
    if (face === "host") await context.addCookies(toCookies(cookie, url));
    const page = await context.newPage();
    await page.goto(url + path);
    return page;
  };
  return {
    phone: await open("phone", `/s/${code}`),
    host: await open("host", `/host/${code}`),
    wall: await open("wall", `/screen/${code}?key=${key}`),
    results: await open("results", `/results/${code}`),
  };
}

export function toCookies(header: string, url: string) {
  return header.split("; ").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("="), url };
  });
}
