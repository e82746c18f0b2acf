import { type Browser, expect, type Page, test } from "playwright/test";
import { CHOICES } from "#debate/rules/choices.ts";
import { openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { joinBySocket, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";

test("[F30] at 320 px with text of twice its size the results page of a class of twelve doesn't scroll sideways, in English and Japanese", async ({
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

/** A window whose text is of twice its size from the start: the page sets a size of its own once its scripts run. */
async function openNarrow(
  browser: Browser,
  locale: string,
  { cookie, url }: { cookie: string; url: string },
) {
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

const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
