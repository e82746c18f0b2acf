import { type Browser, expect, type Page, test } from "playwright/test";
import { CHOICES } from "#debate/rules/choices.ts";
import { openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { joinBySocket, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";

test("[F30] at 320 px with text of twice its size the results of a class of twelve and what is printed of them don't scroll sideways, in English and Japanese", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie, code } = await openSession(program, {});
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const students = await Promise.all(Array.from({ length: 12 }, () => joinBySocket(url, code)));
  for (const [round, step] of [
    ["before", 1],
    ["after", 2],
  ] as const) {
    await moveTo(host, round);
    for (const [place, student] of students.entries())
      await student.send("ballot:cast", ballot(CHOICES[(place * step) % 3] ?? "for", round));
  }
  await moveTo(host, "results");
  for (const locale of ["en", "ja"]) {
    const page = await openNarrow(browser, locale, { cookie, url });
    await page.goto(`${url}/results/${code}`, { waitUntil: "networkidle" });
    await unfoldAll(page);
    // The end of an axis.
    await expect(page.locator('main [style*="left:100%"], main [style*="left: 100%"]').last()).toBeAttached();
    expect(await tooWide(page), locale).toBeLessThanOrEqual(0);
    for (const paper of ["report", "summary", "fairness"]) {
      await page.goto(`${url}/results/${code}/${paper}`, { waitUntil: "networkidle" });
      expect.soft(await tooWide(page), `${paper} ${locale}`).toBeLessThanOrEqual(0);
    }
  }
  for (const client of [host, ...students]) client.close();
});

test("[F28] at 320 px with text of twice its size the control room doesn't scroll sideways while people join, in English and Japanese", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { cookie, code } = await openSession(program, {});
  for (const locale of ["en", "ja"]) {
    const page = await openNarrow(browser, locale, { cookie, url: program.url });
    await page.goto(`${program.url}/host/${code}`, { waitUntil: "networkidle" });
    await whenInteractive(page);
    await unfoldAll(page);
    expect(await tooWide(page), locale).toBeLessThanOrEqual(0);
  }
});

test("[F34] at 320 px with text of twice its size a student who types a code sees all of it", async ({
  browser,
}) => {
  const { url } = await sharedProgram();
  const page = await openNarrow(browser, "en", { cookie: "", url });
  await page.goto(`${url}/join`);
  const field = page.getByRole("textbox");
  await field.fill("4K7 M2Q");
  expect(await field.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
});

test("[F35] on a phone with text of twice its size head and foot of the opening form scroll with it", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie } = await openSession(program);
  const page = await openNarrow(browser, "ja", { cookie, url });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${url}/debates/japan-russia-card`);
  await whenInteractive(page);
  await page.getByRole("main").getByRole("button", { name: "セッションを開く" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().waitFor();
  await expect
    .poll(() =>
      dialog.evaluate((popup) => {
        const scrolls = [popup, ...popup.querySelectorAll("*")].find(
          (each) => each.scrollHeight > each.clientHeight && getComputedStyle(each).overflowY === "auto",
        );
        return (scrolls?.clientHeight ?? 0) / window.innerHeight;
      }),
    )
    .toBeGreaterThan(0.6);
});

/** A window whose text is of twice its size from the start: the page sets a size of its own once its scripts run. */
async function openNarrow(
  browser: Browser,
  locale: string,
  { cookie, url }: { cookie: string; url: string },
) {
  const viewport = { width: 320, height: 568 };
  const context = await browser.newContext({ locale, viewport, reducedMotion: "reduce" });
  if (cookie) await context.addCookies(toCookies(cookie, url).filter(({ name }) => name !== "language"));
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

const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
