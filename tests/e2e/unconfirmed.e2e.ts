import { type Browser, expect, type Page } from "playwright/test";
import { openSession, toCookies, unfoldSession } from "#tests/e2e/support/faces.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";

/** A host's page, opened for a session of its own. */
async function openPage(browser: Browser, pathOf: (code: string) => string) {
  const program = sharedProgram();
  const { cookie, code } = await openSession(program);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addCookies(toCookies(cookie, program.url));
  const page = await context.newPage();
  await page.goto(program.url + pathOf(code));
  await whenInteractive(page);
  return { page, code, dialog: page.getByRole("dialog") };
}

/** The server carries such requests out, and no answer arrives. */
const loseAnswers = (page: Page, path: string, method: string) =>
  page.route(path, async (route) => {
    if (route.request().method() !== method) return route.continue();
    await route.fetch();
    await route.abort();
  });

test("[W21, W23, W24] the answer about a deleted session is lost: the dashboard shows that it is gone, and the browser forgets its note", async ({
  browser,
}) => {
  const { page, code, dialog } = await openPage(browser, () => "/dashboard?running=all");
  await keepUnsavedNote(page, code);
  await loseAnswers(page, `**/api/sessions/${code}`, "DELETE");
  const bin = page.getByRole("button", { name: new RegExp(`^Delete session.*${code}$`, "u") });
  await bin.click();
  await dialog.getByRole("textbox").fill(code);
  await page.keyboard.press("Enter");
  // Behind the dialog, if that is still open, no button is found by its name.
  await expect(dialog).toHaveCount(0);
  await expect(bin).toHaveCount(0);
  await expect.poll(() => keptNotes(page)).toBe(0);
});

test("[W24] the host deletes a session in the control room and the answer is lost: the browser forgets its note", async ({
  browser,
}) => {
  const { page, code, dialog } = await openPage(browser, (code) => `/host/${code}`);
  await unfoldSession(page);
  await page.getByRole("button", { name: "Delete this session" }).press("Enter");
  await keepUnsavedNote(page, code);
  await loseAnswers(page, `**/api/sessions/${code}`, "DELETE");
  await dialog.getByRole("textbox").fill(code);
  await page.keyboard.press("Enter");
  await expect.poll(() => keptNotes(page)).toBe(0);
});

/** As another tab does that was closed before the note was saved. */
const keepUnsavedNote = (page: Page, code: string) =>
  page.evaluate((name) => localStorage.setItem(name, '{"v":1,"text":"Ask Ada."}'), `${NOTES}${code}.other`);
const NOTES = "resolved.draft.note.";
const keptNotes = (page: Page) =>
  page.evaluate((notes) => Object.keys(localStorage).filter((name) => name.startsWith(notes)).length, NOTES);
