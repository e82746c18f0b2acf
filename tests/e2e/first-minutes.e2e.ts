import { expect, type Page } from "playwright/test";
import { LANGUAGES } from "#debate/rules/languages.ts";
import { check, pressOn } from "#tests/e2e/support/faces.ts";
import { enlarge, openWhole, tooWide } from "#tests/e2e/support/large-text.ts";
import { joinByPhone, PHONE, signIn } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { startProgram } from "#tests/support/program.ts";

const LAPTOP = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" } as const;

/** Clicks and fills as a teacher does, and counts both. */
function countDeeds(page: Page) {
  const deeds = { clicks: 0, fields: 0 };
  return {
    deeds,
    async click(name: string): Promise<void> {
      deeds.clicks += 1;
      await page.getByRole("button", { name }).first().click();
    },
    async fill(label: string, text: string): Promise<void> {
      deeds.fields += 1;
      await page.getByLabel(label, { exact: true }).fill(text);
    },
  };
}

test("[H7] [H15] [F27] from the link of a fresh server to the QR code: three clicks, three fields, and at 320 px with text of twice its size nothing scrolls sideways", async ({
  browser,
}) => {
  await using program = await startProgram({
    kind: "whole",
    variables: { INSTRUCTOR_EMAIL: "", INSTRUCTOR_PASSWORD: "" },
  });
  await expect.poll(() => program.output).toContain("/setup?token=");
  const link = /\S+\/setup\?token=\S+/u.exec(program.output)?.[0] ?? "";
  for (const locale of LANGUAGES) {
    const context = await browser.newContext({ locale, viewport: { width: 320, height: 568 } });
    const narrow = await context.newPage();
    await openWhole(narrow, link);
    await enlarge(narrow);
    expect(await tooWide(narrow), locale).toBe("");
    await context.close();
  }
  const page = await (await browser.newContext(LAPTOP)).newPage();
  const { deeds, click, fill } = countDeeds(page);
  await page.goto(link);
  await fill("Name", "Grace Hopper");
  await fill("Email", "grace@example.org");
  await fill("Password", "moth-in-relay-70");
  // [H15] The usual answer is chosen.
  await expect(page.getByLabel("How long sessions are kept")).toHaveValue("365");
  await click("Create account");
  await expect(page.getByRole("heading", { name: "New here?" })).toBeVisible();
  await click("Open a session");
  await click("Open session");
  await expect(page.getByRole("main").getByRole("img", { name: /QR/u })).toBeVisible();
  expect(deeds).toEqual({ clicks: 3, fields: 3 });
  await page.goto(`${program.url}/dashboard`);
  await expect(page.getByRole("button", { name: "Try with 30 simulated students" })).toBeVisible();
});

test("[H12] an opening form that begins with real names says so in sight, on a laptop and on small phones", async ({
  browser,
}) => {
  const { url } = sharedProgram();
  const page = await (await browser.newContext(LAPTOP)).newPage();
  await signIn(page, url);
  // Templates of other tests would be begun in their place [D34].
  await page.route("**/api/templates", (route) => route.fulfill({ json: { templates: [] } }));
  await page.evaluate(() => localStorage.setItem("resolved.settings", '{"identity":"named"}'));
  for (const [width, height] of [
    [1280, 800],
    [320, 568],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(`${url}/debates/japan-russia-card`);
    await page.getByRole("button", { name: "Open a session" }).first().click();
    const form = page.getByRole("dialog");
    await expect(form.getByText("Named: carried over").first()).toBeInViewport({ ratio: 1 });
    await expect(form.getByLabel("Name of this session")).toBeFocused();
  }
});

test("[H1] [H3] [H4] [H5] [H6] a teacher rehearses with a phone, takes the tour, and nothing is left", async ({
  browser,
}) => {
  const { url } = sharedProgram();
  const host = await (await browser.newContext(LAPTOP)).newPage();
  await signIn(host, url);
  await host.getByRole("button", { name: "Open a session" }).first().click();
  await expect(host.getByLabel("Name of this session")).toBeFocused();
  await expect(
    host.getByText("Pseudonym · open code · insults and contact details held · results step by step"),
  ).toBeVisible();
  await expect(host.getByRole("radio", { name: "Named" })).toBeHidden();
  await check(host, "first-minutes opening");
  await host.getByLabel("Simulated students").fill("3");
  await host.getByRole("button", { name: /^Try with/u }).click();
  await expect(host.getByText("Enter a number from 5 to 300.")).toBeVisible();
  await host.getByLabel("Simulated students").fill("6");
  await host.getByRole("button", { name: "Try with 6 simulated students" }).click();
  await host.waitForURL(/\/host\/[0-9A-Z]{6}$/u);
  const code = new URL(host.url()).pathname.split("/").at(-1) ?? "";
  const mark = "Rehearsal: 6 simulated students";
  await expect(host.getByText(mark).first()).toBeVisible();

  await test.step("the tour goes from control to control by keyboard, ends with Escape, and is found again", async () => {
    const drawnByServer = async () => (await host.context().request.get(host.url())).text();
    expect(await drawnByServer()).toContain("Take the two-minute tour</button>");
    await pressOn(host.getByRole("button", { name: "Take the two-minute tour" }), "Enter");
    const stop = host.getByRole("dialog");
    await expect(stop).toContainText("1 of 7");
    await expect(stop.getByRole("button", { name: "Next" })).toBeFocused();
    await check(host, "first-minutes tour");
    await host.keyboard.press("Enter");
    await expect(stop).toContainText("2 of 7");
    await expect(stop.getByRole("button", { name: "Next" })).toBeFocused();
    await host.keyboard.press("Escape");
    await expect(stop).toBeHidden();
    const help = host.getByRole("button", { name: "Help" });
    await expect(help).toBeFocused();
    await expect(host.getByText("New to the control room?")).toBeHidden();
    // Nothing moves when the page begins.
    expect(await drawnByServer()).not.toContain("Take the two-minute tour</button>");
    await host.keyboard.press("Enter");
    await expect(host.getByText("Open the first vote when most are here")).toBeVisible();
    await host.getByRole("button", { name: "Take the tour" }).click();
    // Beside the button at the upper right, which it is about.
    const goOn = async (at: number) => {
      await expect(stop).toContainText(`${at} of 7`);
      // By keyboard: the stop is still on its way to its place.
      await pressOn(stop.getByRole("button", { name: "Next" }), "Enter");
    };
    for (let at = 1; at < 3; at += 1) await goOn(at);
    await expect.poll(async () => (await stop.boundingBox())?.x).toBeGreaterThan(700);
    // The page can be used meanwhile.
    await host.getByLabel("Find a name").click();
    for (let at = 3; at < 7; at += 1) await goOn(at);
    await pressOn(stop.getByRole("button", { name: "Done" }), "Enter");
    await expect(help).toBeFocused();
  });

  await test.step("the class follows, and a phone joins it", async () => {
    const phone = await joinByPhone(url, code, await browser.newContext(PHONE));
    await expect(phone.getByText(mark)).toBeVisible();
    await expect(host.getByText("7 of 7").first()).toBeVisible({ timeout: 15_000 });
    await host.getByRole("button", { name: "Open the first vote" }).click();
    await expect(host.getByText(/[1-6] of 7 have voted/u).first()).toBeVisible({ timeout: 15_000 });
    await host.goto(`${url}/dashboard?running=all`);
    await expect(host.getByRole("listitem").filter({ hasText: mark })).toBeVisible();
    await host.goBack();
    const end = host.getByRole("button", { name: "End rehearsal" });
    await host.route(`${url}/api/sessions/${code}`, (route) =>
      route.request().method() === "DELETE" ? route.abort() : route.continue(),
    );
    await end.click();
    await expect(host.getByText("No connection. This wasn’t confirmed")).toBeVisible();
    await host.unroute(`${url}/api/sessions/${code}`);
    await end.click();
    await host.waitForURL("**/dashboard");
    await expect(phone.getByText("deleted").first()).toBeVisible();
    await expect(host.getByText(mark)).toBeHidden();
  });

  const foot = host.getByRole("contentinfo").getByRole("link");
  for (const path of ["account", "debates/import", "dashboard"]) {
    await host.goto(`${url}/${path}`);
    await expect(foot.first()).toHaveText("Guide for teachers");
  }
  await foot.first().click();
  await expect(host.getByRole("heading", { name: "When something goes wrong" })).toBeVisible();
  await check(host, "first-minutes guide");
});
