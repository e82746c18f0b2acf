import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page } from "@playwright/test";
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
  await page.emulateMedia({ colorScheme: "dark" });
  await checkAsShown(page, `${where}, in dark`, (axe) => axe.withRules(["color-contrast"]));
  await page.emulateMedia({ colorScheme: "light" });
  await checkAsShown(page, `${where}, in light`);
}

async function checkAsShown(
  page: Page,
  where: string,
  narrow = (axe: AxeBuilder): AxeBuilder => axe,
): Promise<void> {
  // Finish transitions before measuring colors; endless animations cannot be finished.
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  });
  await page.screenshot({ path: `test-results/screens/${where.replace(/[^\w]+/gu, "-")}.png` });
  const { violations } = await narrow(new AxeBuilder({ page })).analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    ),
  ).toEqual([]);
}

/** A session of the built-in debate, with a vote after reading. */
export async function openSession({ url }: Program) {
  const cookie = await signIn(url);
  const settings = { readingVote: true };
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
