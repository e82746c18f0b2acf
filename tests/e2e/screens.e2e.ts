import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import type { Phase } from "#debate/rules/phases.ts";
import { INSTRUCTOR, type Program, startProgram } from "#tests/e2e/support/program.ts";
import { Client } from "#tests/support/client.ts";
import { cookiesOf } from "#tests/support/cookies.ts";

const PHASES: Phase[] = ["before", "reading", "reading-vote", "rebuttal", "after", "results", "closed"];
const FACES = {
  phone: { width: 390, height: 844 },
  host: { width: 1280, height: 800 },
  wall: { width: 1920, height: 1080 },
  results: { width: 1280, height: 800 },
} as const;

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any face in any phase, ${colorScheme}`, async ({ browser }) => {
    await using program = await startProgram();
    const { cookie, code, key } = await openSession(program);
    const host = new Client(program.url, { auth: { code, as: "host" }, cookie });
    await host.connected();
    const pages = await openFaces(browser, program, { cookie, code, key, colorScheme });
    await check(pages.phone, `phone join ${colorScheme}`);
    await pages.phone.getByRole("button", { name: "Join" }).click();
    await expect(pages.phone.getByRole("heading", { name: "You are in" })).toBeVisible();
    await checkAll(pages, `lobby ${colorScheme}`);

    for (const phase of PHASES) {
      const { session } = await host.sync();
      expect(await host.send("host:phase", { to: phase, version: session.version })).toMatchObject({
        ok: true,
      });
      await act(pages.phone, phase);
      await pages.results.reload();
      await checkAll(pages, `${phase} ${colorScheme}`);
    }
    host.close();
  });

  test(`axe finds nothing on the pages outside of a session, ${colorScheme}`, async ({ browser }) => {
    await using program = await startProgram();
    const { cookie } = await openSession(program);
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    for (const path of ["/", "/join?code=WRONG", "/s/ZZZZZZ", "/sign-in", "/setup?token=x", "/nowhere"]) {
      await page.goto(program.url + path);
      await check(page, `${path} ${colorScheme}`);
    }
    await context.addCookies(toCookies(cookie, program.url));
    const debate = "/debates/japan-russia-card";
    for (const path of [
      "/dashboard",
      "/account",
      debate,
      "/debates/import",
      "/host/ZZZZZZ",
      "/screen/ZZZZZZ",
    ]) {
      await page.goto(program.url + path);
      await check(page, `${path} ${colorScheme}`);
    }
    await page.goto(`${program.url}/dashboard`);
    await page.getByRole("button", { name: "Open a session" }).first().click();
    await check(page, `opening ${colorScheme}`);
  });
}

type Pages = Record<keyof typeof FACES, Page>;

/** Does on the phone what a student does in a phase, so that the faces are checked with something on them. */
async function act(phone: Page, phase: Phase): Promise<void> {
  if (phase === "before" || phase === "reading-vote" || phase === "after") {
    await phone.getByRole("button", { name: phase === "after" ? /^For/u : /^Undecided/u }).click();
    await expect(phone.getByText("Counted. You can change it until the vote closes.")).toBeVisible();
  }
  if (phase === "reading")
    await expect(phone.getByRole("heading", { name: "Two experts disagree" })).toBeVisible();
  if (phase === "rebuttal") {
    await phone.getByRole("button", { name: "Write a rebuttal" }).first().click();
    await phone.getByRole("radio", { name: "For" }).click();
    await phone.getByLabel("Your argument").fill("Neighbours are not chosen, and that is the argument.");
    await check(phone, "composer");
    await phone.getByRole("button", { name: "Send", exact: true }).click();
    await expect(phone.getByText("Sent", { exact: true })).toBeVisible();
  }
  if (phase === "results") await expect(phone.getByRole("heading", { name: "The result" })).toBeVisible();
}

async function checkAll(pages: Pages, where: string): Promise<void> {
  for (const [face, page] of Object.entries(pages)) await check(page, `${face} ${where}`);
}

async function check(page: Page, where: string): Promise<void> {
  await expect(page).toHaveTitle(/./u);
  // A colour that is still on its way is no colour to measure.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  await page.screenshot({ path: `test-results/screens/${where.replace(/[^\w]+/gu, "-")}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    ),
  ).toEqual([]);
}

async function openSession({ url }: Program) {
  const send = (path: string, body: object, cookie = "") =>
    fetch(url + path, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(body),
    });
  const cookie = cookiesOf(await send("/api/auth/sign-in/email", INSTRUCTOR));
  const settings = { readingVote: true };
  const opened = await send("/api/sessions", { debateId: "japan-russia-card", settings }, cookie);
  const { code, urls } = (await opened.json()) as { code: string; urls: { screen: string } };
  return { cookie, code, key: new URL(urls.screen).searchParams.get("key") };
}

type Opening = { cookie: string; code: string; key: string | null; colorScheme: "light" | "dark" };

async function openFaces(
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

function toCookies(header: string, url: string) {
  return header.split("; ").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("="), url };
  });
}
