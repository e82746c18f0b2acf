import { readFile } from "node:fs/promises";
import { expect, type Page } from "playwright/test";
import { checkByAxe, openHosted, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { colleague, joinSession } from "#tests/support/requests.ts";

const NAMES = ["Ada", "Ben", "Cyd"];
const WORDS = "Geography does not bargain.";

/** Not the announcement of it. */
const saved = (page: Page) => page.getByRole("main").getByText("Saved", { exact: true });

/** Gives levels, one key each, and writes the comment, which then has the focus. */
async function mark(page: Page, levels: string, comment: string): Promise<void> {
  await page.keyboard.type(levels);
  await page.keyboard.type(comment);
}

test("[Q22] [Q26] [Q27] a host marks three students by keyboard, prints, releases and takes back marks", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { url } = program;
  // [Q20] Without criteria of earlier sessions.
  const { cookie } = await colleague(url, program.cookie);
  const { code } = await openSession({ url, cookie }, { identity: "named" });
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const seats = await Promise.all(NAMES.map((name) => joinSession(url, code, name)));
  const [ada] = seats;
  if (!ada) throw new Error("no seat");
  const student = await connectClient(url, { auth: { code, ticket: ada.ticket } });
  await moveTo(host, "rebuttal");
  await student.send("rebuttal:post", rebuttal({ body: WORDS }));
  await moveTo(host, "results");

  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  await context.addCookies(toCookies(cookie, url));
  const page = await context.newPage();
  const heading = (name: string) => page.getByRole("heading", { level: 1, name });

  await test.step("chooses criteria", async () => {
    await page.goto(`${url}/host/${code}/marks`);
    await whenInteractive(page);
    await page.getByRole("button", { name: "Use these: Argument" }).click();
    await page.getByRole("button", { name: "Change criteria" }).waitFor();
    await checkByAxe(page, "marks");
  });

  await test.step("marks by keyboard, with everything in sight", async () => {
    await page.getByRole("button", { name: "Start marking" }).press("Enter");
    await heading("Ada").waitFor();
    await expect(page.getByText(WORDS)).toBeInViewport();
    await expect(page.getByRole("radio", { name: "0: No claim" })).toBeFocused();
    await mark(page, "3421", "Fair.");
    await expect(page.getByRole("button", { name: "Next student" })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("PageDown");
    await heading("Ben").waitFor();
    await checkByAxe(page, "one student");
    await mark(page, "0000", "");
    await page.keyboard.press("Control+Enter");
    await heading("Cyd").waitFor();
    await page.keyboard.type("4");
    await page.keyboard.press("PageUp");
    await expect(
      page.getByRole("group", { name: "Claim" }).getByRole("radio", { name: /^0/u }),
    ).toBeChecked();
    await page.goBack();
    await page.getByText("2 of 3 marked").waitFor();
    await expect(saved(page)).toBeVisible();
  });

  await test.step("prints a page a student, without votes", async () => {
    await page.getByRole("link", { name: "Print" }).click();
    const sheets = page.getByRole("heading", { level: 2, name: /^(?:Ada|Ben|Cyd)$/u });
    await expect(sheets).toHaveCount(3);
    await expect(page.getByText("States a clear claim", { exact: true })).toBeVisible();
    await page.goto(`${url}/host/${code}/marks`);
  });

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  await phone.addCookies(toCookies(`seat-${code}=${ada.ticket}`, url));
  const card = await phone.newPage();
  const ready = card.getByRole("main").getByText("Your feedback is ready");

  await test.step("releases all at once", async () => {
    await card.goto(`${url}/s/${code}`);
    await whenInteractive(card);
    await expect(ready).toBeHidden();
    await page.getByRole("button", { name: "Release to students" }).click();
    const question = page.getByRole("dialog");
    await expect(question).toContainText("1 isn’t fully marked yet.");
    await question.getByRole("button", { name: "Release to students" }).click();
    await ready.waitFor();
    await card.getByRole("link", { name: "Read it on your card" }).click();
    const feedback = card.getByRole("region", { name: "Your feedback" });
    await expect(feedback).toContainText("Claim3 of 4States a clear claim");
    await expect(feedback).toContainText("Fair.");
    await checkByAxe(card, "card");
  });

  await test.step("downloads a file for each gradebook", async () => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Everything" }).click();
    const file = await readFile(await (await downloading).path(), "utf8");
    expect(file).toContain("Fair.");
  });

  await test.step("takes back", async () => {
    await page.getByRole("button", { name: "Take back" }).click();
    await page.getByRole("main").getByText("Only you see these marks.").waitFor();
    await card.reload();
    await expect(card.getByText("Your feedback", { exact: true })).toBeHidden();
  });
});

test("[Q21] marks that were changed in another tab are shown beside what was typed", async ({ browser }) => {
  const { url, code, cookie } = await openHosted({ identity: "named" });
  await joinSession(url, code, "Ada");
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  await context.addCookies(toCookies(cookie, url));
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  for (const tab of tabs) {
    await tab.goto(`${url}/host/${code}/marks`);
    await whenInteractive(tab);
    await tab.getByRole("button", { name: /Ada/u }).click();
    await tab.getByRole("textbox", { name: "Comment" }).waitFor();
  }
  const [first, second] = tabs;
  await first.getByRole("textbox", { name: "Comment" }).fill("From the first tab");
  await saved(first).waitFor();
  await second.getByRole("textbox", { name: "Comment" }).fill("From the second tab");
  const notice = second.getByRole("status").filter({ hasText: "changed elsewhere" });
  await expect(notice).toContainText("From the first tab");
  await expect(second.getByRole("textbox", { name: "Comment" })).toHaveValue("From the second tab");
  await second.getByRole("button", { name: "Keep mine" }).click();
  await saved(second).waitFor();
  await first.reload();
  await expect(first.getByRole("textbox", { name: "Comment" })).toHaveValue("From the second tab");
});
