import { type Browser, expect, type Page } from "playwright/test";
import { CHOICES } from "#debate/rules/choices.ts";
import { LANGUAGES, type Language } from "#debate/rules/languages.ts";
import { openFaces, openHosted, toCookies } from "#tests/e2e/support/faces.ts";
import { enlarge, openWhole, tooWide } from "#tests/e2e/support/large-text.ts";
import { joinBySocket, said } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";

test("[F28] [F36] with text of twice its size the middle of the control room keeps a third of a laptop’s window, its invitation whole words, and on a phone its bar gives way", async ({
  browser,
}) => {
  const session = await openHosted({});
  const { program, code, host: remote } = session;
  const student = await joinBySocket(program.url, code);
  await moveTo(remote, "rebuttal");
  await student.send("rebuttal:post", rebuttal({ body: "Geography does not bargain." }));
  const { host } = await openFaces(browser, program, session, ["host"]);
  await expect(host.getByRole("article")).toHaveCount(1);
  await enlarge(host);
  const stage = host.locator("#stage");
  await expect.poll(async () => (await stage.boundingBox())?.width).toBeGreaterThan(1280 / 3);
  // [F36] No word is cut into letters.
  const copy = host.getByRole("button", { name: "Copy link" });
  await expect.poll(async () => (await copy.boundingBox())?.width).toBeGreaterThan(150);
  await host.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(async () => (await stage.boundingBox())?.width).toBeGreaterThan(1920 / 3);
  await host.setViewportSize({ width: 320, height: 568 });
  await expect.poll(() => tooWide(host)).toBe("");
  const next = host.getByRole("button", { name: "Open the last vote" });
  const isFixed = await next.evaluate((button) => {
    let each: Element | null = button;
    while (each && getComputedStyle(each).position !== "fixed") each = each.parentElement;
    return each !== null;
  });
  expect(isFixed).toBe(false);
  const { session: now } = await remote.sync();
  await said(remote.send("host:phase", { to: "lobby", version: now.version }));
  await host.getByRole("heading", { name: "Let them in" }).waitFor();
  await expect.poll(() => tooWide(host)).toBe("");
});

test("[F28] [F30] at 320 px with text of twice its size neither the control room, nor the results of twelve people, nor what is printed of them scrolls sideways, in English and Japanese", async ({
  browser,
}) => {
  const { url, code, host } = await openHosted({});
  const students = await Promise.all(Array.from({ length: 12 }, () => joinBySocket(url, code)));
  const pages = await Promise.all(LANGUAGES.map((language) => openNarrow(browser, language)));
  for (const page of pages) {
    await openWhole(page, `${url}/host/${code}`);
    await unfoldAll(page);
    await expect.poll(() => tooWide(page)).toBe("");
  }
  for (const [round, step] of [
    ["before", 1],
    ["after", 2],
  ] as const) {
    await moveTo(host, round);
    for (const [place, student] of students.entries())
      await student.send("ballot:cast", ballot(CHOICES[(place * step) % 3] ?? "for", round));
  }
  await moveTo(host, "results");
  for (const page of pages) {
    await openWhole(page, `${url}/results/${code}`);
    await unfoldAll(page);
    // The end of an axis.
    await expect(page.locator('main [style*="left:100%"], main [style*="left: 100%"]').last()).toBeAttached();
    await expect.poll(() => tooWide(page)).toBe("");
    for (const paper of ["report", "summary", "fairness"]) {
      await openWhole(page, `${url}/results/${code}/${paper}`);
      expect.soft(await tooWide(page), paper).toBe("");
    }
  }
});

test("[F34] [F35] with text of twice its size a student sees all of a code, and head and foot of the opening form scroll with it", async ({
  browser,
}) => {
  const { url } = sharedProgram();
  const page = await openNarrow(browser, "ja");
  await openWhole(page, `${url}/join`);
  const field = page.getByRole("textbox");
  await field.fill("4K7 M2Q");
  expect(await field.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);

  await page.setViewportSize({ width: 390, height: 844 });
  await openWhole(page, `${url}/debates/japan-russia-card`);
  await page.getByRole("main").getByRole("button", { name: "セッションを開く" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().waitFor();
  const shareThatScrolls = () =>
    dialog.evaluate((popup) => {
      const scrolls = [popup, ...popup.querySelectorAll("*")].find(
        (each) => each.scrollHeight > each.clientHeight && getComputedStyle(each).overflowY === "auto",
      );
      return (scrolls?.clientHeight ?? 0) / window.innerHeight;
    });
  await expect.poll(shareThatScrolls).toBeGreaterThan(0.6);
});

/** A host's window whose text is of twice its size from the start: the page sets a size of its own once its scripts run. */
async function openNarrow(browser: Browser, locale: Language): Promise<Page> {
  const { url, cookie } = sharedProgram();
  const viewport = { width: 320, height: 568 };
  const context = await browser.newContext({ locale, viewport, reducedMotion: "reduce" });
  await context.addCookies(toCookies(cookie, url).filter(({ name }) => name !== "language"));
  await context.addInitScript(() => {
    const large = new CSSStyleSheet();
    large.replaceSync(":root { font-size: 200% !important }");
    document.adoptedStyleSheets.push(large);
  });
  return context.newPage();
}

const unfoldAll = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
