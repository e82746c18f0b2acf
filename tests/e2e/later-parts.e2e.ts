import { type Browser, expect, type Page, type Route } from "playwright/test";
import { check, openHosted, openSession } from "#tests/e2e/support/faces.ts";
import { joinByPhone, PHONE, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";

const SCRIPTS = "**/_next/static/chunks/**";
/** Scripts that a service worker asks for can't be held. */
const UNCACHED = { ...PHONE, serviceWorkers: "block" } as const;
/** How long a page waits for a part at most, where it is not there to be read. */
const AT_MOST = 3_000;

/** Has a page's timers of so many milliseconds wait until `releaseTimers`. */
async function holdTimers(page: Page, milliseconds: number): Promise<void> {
  await page.addInitScript((held) => {
    const set = window.setTimeout;
    const acts: (() => void)[] = [];
    let isHeld = true;
    const setTimeout = (act: () => void, wait = 0) =>
      isHeld && wait === held ? -acts.push(act) : set(act, wait);
    const releaseTimers = () => {
      isHeld = false;
      for (const act of acts) act();
    };
    Object.assign(window, { setTimeout, releaseTimers });
  }, milliseconds);
}

const releaseTimers = (page: Page) =>
  page.evaluate(() => (window as unknown as { releaseTimers: () => void }).releaseTimers());

test("[F18] a reload in the middle of a phase goes on with the page as the server drew it, and draws nothing anew", async ({
  browser,
}) => {
  const settings = { activities: { comprehension: {}, speaking: {}, reading: {}, steelman: {} } } as const;
  const { program, code, host } = await openHosted(settings);
  const phone = await joinByPhone(program.url, code, await browser.newContext(PHONE));
  const errors: string[] = [];
  phone.on("pageerror", ({ message }) => errors.push(message));
  for (const phase of ["reading", "rebuttal", "after", "steelman", "results"] as const) {
    await moveTo(host, phase, settings);
    await phone.reload();
    await whenInteractive(phone);
    expect(errors, phase).toEqual([]);
  }
});

test("[F18] a phone and a projector whose later scripts are late show what the server drew, however long that takes, and go on with it", async ({
  browser,
}) => {
  const { program, code, key, host } = await openHosted({});
  const phone = await joinByPhone(program.url, code, await browser.newContext(UNCACHED));
  await moveTo(host, "reading");
  const wall = await (await browser.newContext()).newPage();
  await Promise.all([
    expectToStay(phone, phone.url(), "ReadView", "[data-side] h3"),
    expectToStay(wall, `${program.url}/screen/${code}?key=${key}`, "WallFace", "main article p"),
  ]);
});

test("[F29] tabs come late while a vote's button has the focus: they take its place, and the button keeps the focus", async ({
  browser,
}) => {
  const { phone, release } = await joinWithoutTabs(browser);
  await expect(phone.getByRole("main").getByText("Loading", { exact: true })).toBeVisible();
  const answer = phone.getByRole("button", { name: /^For/u });
  for (const pressed of [answer, phone.getByRole("radio", { name: /Very sure/u })]) {
    await pressed.tap();
    await expect(pressed).toBeFocused();
  }
  await answer.tap();
  await phone.evaluate(() => window.scrollBy(0, 10_000));
  const scrolled = await phone.evaluate(() => window.scrollY);
  await release();
  await expect(phone.getByRole("tab").first()).toBeVisible();
  await expect(answer).toBeFocused();
  expect(await phone.evaluate(() => window.scrollY)).toBeGreaterThan(scrolled / 2);
});

test("[F29] tabs come late while a student types a reason for a vote: the field stays until the student leaves it", async ({
  browser,
}) => {
  const { phone, release } = await joinWithoutTabs(browser);
  await phone.getByRole("button", { name: /^For/u }).tap();
  const reason = phone.getByRole("textbox", { name: /^Why/u });
  await reason.pressSequentially("Because");
  const arrived = phone.waitForResponse(SCRIPTS);
  await release();
  await arrived;
  await phone.waitForLoadState("networkidle");
  await expect(reason).toBeFocused();
  await expect(phone.getByRole("tab")).toHaveCount(0);
  await reason.blur();
  await expect(phone.getByRole("tab").first()).toBeVisible();
  await expect(reason).toHaveValue("Because");
});

/** A phone in the last vote whose tabs are not there yet. */
async function joinWithoutTabs(browser: Browser) {
  const program = sharedProgram();
  const { cookie, code } = await openSession(program, {});
  const phone = await (await browser.newContext(UNCACHED)).newPage();
  const release = await holdScriptOf("ViewTabs", phone);
  await phone.goto(`${program.url}/s/${code}`);
  await phone.getByRole("button", { name: "Join" }).click();
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  await moveTo(host, "after");
  return { phone, release };
}

test("a dialog whose script is late says that it loads, and opens once it is there", async ({ browser }) => {
  const program = sharedProgram();
  const { code } = await openSession(program, {});
  const phone = await (await browser.newContext(UNCACHED)).newPage();
  const release = await holdScriptOf("LeaveDialog", phone);
  await phone.goto(`${program.url}/s/${code}`);
  await phone.getByRole("button", { name: "Join" }).click();
  const settings = phone.getByRole("button", { name: "Settings and your data" });
  await settings.click();
  const loading = phone.getByRole("dialog", { name: "Loading" });
  await expect(loading.getByRole("status")).toHaveText("Loading");
  await check(phone, "later dialog phone");
  await loading.getByRole("button", { name: "Close" }).click();
  await expect(settings).toBeFocused();
  await settings.click();
  await release();
  await expect(phone.getByRole("dialog", { name: "Settings and your data" })).toBeVisible();
  await phone.keyboard.press("Escape");
  await expect(settings).toBeFocused();
});

/** Holds the script that exports a part. Returns a function that lets it come. */
async function holdScriptOf(part: string, page: Page) {
  const held: Route[] = [];
  let isHeld = true;
  await page.route(SCRIPTS, async (route) => {
    const script = await (await page.request.get(route.request().url())).text();
    if (isHeld && script.includes(`"${part}"`)) held.push(route);
    else await route.continue();
  });
  const whenHeld = () => expect.poll(() => held.length).toBe(1);
  const release = async () => {
    await whenHeld();
    isHeld = false;
    await held[0]?.continue();
    // A handler that still reads a script would fail once the test has closed the page.
    await page.unrouteAll({ behavior: "wait" });
  };
  return Object.assign(release, { whenHeld });
}

/**
 * Loads a page whose part comes later than a page waits for other parts: what the server drew is still there a second after that, and
 * is not replaced once the part has come.
 */
async function expectToStay(page: Page, url: string, part: string, drawn: string): Promise<void> {
  const release = await holdScriptOf(part, page);
  await holdTimers(page, AT_MOST);
  await page.goto(url);
  await release.whenHeld();
  const first = await page.locator(drawn).first().elementHandle();
  if (!first) throw new Error(`${url} has no ${drawn}`);
  await releaseTimers(page);
  const frames = await first.evaluate(async (element) => {
    let stays = 0;
    while (stays < 60 && element.isConnected && element.checkVisibility()) {
      await new Promise(requestAnimationFrame);
      stays += 1;
    }
    return stays;
  });
  expect(frames, url).toBe(60);
  await release();
  const isReacts = () =>
    first.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps")));
  await expect.poll(isReacts, url).toBe(true);
  expect(await first.isVisible(), url).toBe(true);
}
