import { expect } from "playwright/test";
import { openControlRoom, openHosted, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { PHONE, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";

const CLASS = 30;

test("[V28] [F10] on a phone the projector is connected from the first screen, and a toast leaves every control in reach", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { url } = program;
  const { cookie, code } = await openSession(program);
  await Promise.all(Array.from({ length: CLASS }, () => joinSession(url, code)));
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  await context.addCookies(toCookies(cookie, url));
  const page = await context.newPage();
  await openControlRoom(page, `${url}/host/${code}`);
  await expect(page.getByText(`${CLASS} people are here`).first()).toBeAttached();

  const connect = page.getByRole("button", { name: "Connect a projector" });
  for (const [width, height] of [
    [390, 844],
    [320, 568],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(connect).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await page.setViewportSize(PHONE.viewport);
  const dialog = page.getByRole("dialog", { name: "Connect a projector" });
  await test.step("[V28] the code on a classroom's computer makes it the projector", async () => {
    const computer = await (await browser.newContext()).newPage();
    await computer.goto(`${url}/screen`);
    const spelled = await computer.getByText(/^Code(?: [0-9A-Z]){6}$/u).textContent();
    await connect.click();
    await dialog.getByLabel("Code on that screen").fill((spelled ?? "").slice("Code".length).toLowerCase());
    await dialog.getByRole("button", { name: "Connect" }).click();
    await expect(dialog.getByText("Connected: that screen now shows this session.")).toBeVisible();
    await computer.waitForURL(/\/screen\/[0-9A-Z]{6}\?key=/u);
    await expect(computer.getByText(`${CLASS} people are here`).first()).toBeAttached();
  });
  await page.keyboard.press("Escape");
  await expect(connect).toBeFocused();

  await page.getByRole("button", { name: "Open the first vote" }).click();
  const toast = page.getByRole("region", { name: /^Notifications/u });
  await expect(toast.getByText("Now: First vote")).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  const last = page.locator("[data-fills-window] :is(button, a, summary):visible").last();
  const box = await last.boundingBox();
  expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual((await toast.boundingBox())?.y ?? 0);

  // It stands above a dialog, which stays open when it is closed.
  await connect.click();
  await expect(dialog).toBeVisible();
  await toast.getByRole("button", { name: /^Close/u }).click();
  await expect(toast).toHaveCount(0);
  await dialog.getByRole("textbox").first().fill("K");
});

test("[V32] the current phase stays in sight when a phone is turned", async ({ browser }) => {
  const { program, cookie, code, host } = await openHosted({
    activities: { steelman: {}, pairs: { when: "after", by: "voice" } },
  });
  await moveTo(host, "pairs", {
    questions: { readingVote: false },
    activities: { steelman: {}, pairs: { when: "after", by: "voice" } },
  });
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
    await page.goto(`${program.url}/host/${longest.code}`);
    const spare = () =>
      current.evaluate((phase) => (phase.parentElement?.clientWidth ?? 0) - phase.clientWidth);
    await expect.poll(spare).toBeGreaterThan(40);
  });
});

test("[V32] on a phone the bin of a rebuttal stands in the row of another button", async ({ browser }) => {
  const { program, cookie, code, host } = await openHosted();
  const { ticket } = await joinSession(program.url, code);
  const ada = await connectClient(program.url, { auth: { code, as: "student", ticket } });
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  expect(await ada.send("rebuttal:post", rebuttal())).toMatchObject({ ok: true });
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
