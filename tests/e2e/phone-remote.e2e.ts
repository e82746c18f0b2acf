import { expect, test } from "playwright/test";
import { openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { joinBySocket, PHONE, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { takePicture } from "#tests/e2e/support/pictures.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";

const CLASS = 30;

test("[V28] [F10] on a phone the projector is connected from the first screen, and a toast leaves every control in reach", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie, code } = await openSession(program);
  await Promise.all(Array.from({ length: CLASS }, () => joinSession(url, code)));
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  await context.addCookies(toCookies(cookie, url));
  const page = await context.newPage();
  await page.goto(`${url}/host/${code}`);
  await expect(page.getByText(`${CLASS} people are here`).first()).toBeAttached();

  const connect = page.getByRole("button", { name: "Connect a projector" });
  for (const [width, height] of [
    [390, 844],
    [320, 568],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(connect).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await takePicture(page, `remote/lobby-${width}`);
  }
  await page.setViewportSize(PHONE.viewport);
  await connect.click();
  await expect(page.getByRole("dialog", { name: "Connect a projector" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(connect).toBeFocused();

  await page.getByRole("button", { name: "Open the first vote" }).click();
  const toast = page.getByRole("region", { name: /^Notifications/u });
  await expect(toast.getByText("Now: First vote")).toBeVisible();
  await takePicture(page, "remote/toast-top");
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  const last = page.locator("[data-fills-window] :is(button, a, summary):visible").last();
  const box = await last.boundingBox();
  await takePicture(page, "remote/toast-end");
  expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual((await toast.boundingBox())?.y ?? 0);

  // It stands above a dialog, which stays open when it is closed.
  await connect.click();
  const dialog = page.getByRole("dialog", { name: "Connect a projector" });
  await expect(dialog).toBeVisible();
  await toast.getByRole("button", { name: /^Close/u }).click();
  await expect(toast).toHaveCount(0);
  await dialog.getByRole("textbox").first().fill("K");
});

test("[V32] bars leave nearly half of a small phone, also while the control room reconnects @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { cookie, code } = await openSession(program);
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const [ada, bob] = await Promise.all([joinBySocket(program.url, code), joinBySocket(program.url, code)]);
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  const words = rebuttal({ body: "Geography does not bargain, and no trade moves an island. ".repeat(3) });
  expect(await ada.send("rebuttal:post", words)).toMatchObject({ ok: true });
  const reason = "It calls everyone who disagrees a fool.";
  expect(await bob.send("rebuttal:report", { rebuttalId: words.id, reason })).toMatchObject({ ok: true });
  for (const client of [host, ada, bob]) client.close();
  const context = await browser.newContext({ locale: "en", viewport: { width: 320, height: 568 } });
  await context.addCookies(toCookies(cookie, program.url));
  const page = await context.newPage();
  await page.goto(`${program.url}/host/${code}`);
  const needs = page.getByRole("region", { name: "Needs attention" });
  const top = async () => (await needs.boundingBox())?.y ?? 0;
  const foot = async () =>
    (await page.getByRole("button", { name: "Blank projector" }).boundingBox())?.y ?? 0;
  const room = async () => (await foot()) - (await top());
  expect(await room()).toBeGreaterThan(568 * 0.45);
  await context.setOffline(true);
  await expect(page.getByText("Reconnecting").first()).toBeVisible();
  expect(await room()).toBeGreaterThan(568 * 0.4);
});

test("[V32] the current phase stays in sight when a phone is turned", async ({ browser }) => {
  const program = await sharedProgram();
  const { cookie, code } = await openSession(program, {
    activities: { steelman: {}, pairs: { when: "after", by: "voice" } },
  });
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  await moveTo(host, "pairs", {
    questions: { readingVote: false },
    activities: { steelman: {}, pairs: { when: "after", by: "voice" } },
  });
  host.close();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addCookies(toCookies(cookie, program.url));
  const page = await context.newPage();
  await page.goto(`${program.url}/host/${code}`);
  await whenInteractive(page);
  const current = page
    .getByRole("navigation", { name: "Phases of this session" })
    .locator("[aria-current=step]");
  for (const width of [844, 390, 320]) {
    await page.setViewportSize({ width, height: 640 });
    await expect(current).toBeInViewport({ ratio: 1 });
  }
  await test.step("also the longest, which is not wider than its row", async () => {
    const longest = await openSession(program, { activities: { steelman: {} } });
    const remote = await connectClient(program.url, { auth: { code: longest.code, as: "host" }, cookie });
    await moveTo(remote, "steelman", { questions: { readingVote: false }, activities: { steelman: {} } });
    remote.close();
    await page.goto(`${program.url}/host/${longest.code}`);
    const spare = () =>
      current.evaluate((phase) => (phase.parentElement?.clientWidth ?? 0) - phase.clientWidth);
    await expect.poll(spare).toBeGreaterThan(40);
  });
});

test("[V32] on a phone the bin of a rebuttal stands in the row of another button", async ({ browser }) => {
  const program = await sharedProgram();
  const { cookie, code } = await openSession(program);
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const { ticket } = await joinSession(program.url, code);
  const ada = await connectClient(program.url, { auth: { code, as: "student", ticket } });
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  expect(await ada.send("rebuttal:post", rebuttal())).toMatchObject({ ok: true });
  host.close();
  ada.close();
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  await context.addCookies(toCookies(cookie, program.url));
  const page = await context.newPage();
  await page.goto(`${program.url}/host/${code}`);
  const card = page.getByRole("article");
  const middle = async (name: RegExp) => {
    const box = await card.getByRole("button", { name }).boundingBox();
    return box && box.y + box.height / 2;
  };
  await expect(card.getByText("Geography does not bargain.")).toBeVisible();
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await middle(/^Delete/u), `at ${width}`).toBe(await middle(/^Hide/u));
  }
});
