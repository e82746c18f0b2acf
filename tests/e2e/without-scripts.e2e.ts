import { expect, type Page } from "playwright/test";
import { openSession } from "#tests/e2e/support/faces.ts";
import { PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { joinSession } from "#tests/support/requests.ts";

const SETTINGS = {
  identity: "named",
  activities: { exitTicket: {}, speaking: {}, reading: {}, starters: {} },
} as const;

/** What looks as if it could be used, and is in no form that posts to an address. */
const useless = (page: Page) =>
  page.evaluate(() => {
    const all = document.querySelectorAll("button, input, select, textarea, fieldset");
    return [...all]
      .filter((each) => each.checkVisibility() && !each.closest("form[action]"))
      .map((each) => each.outerHTML.slice(0, 120));
  });

/** Screen readers leave it out, and it can't be selected. */
const inert = (page: Page) => page.locator("[inert]");

/** Locators by text leave it out. */
const note = (page: Page) => page.locator("noscript p").filter({ visible: true });

/** The first and the last words of each position. */
const ENDS = BUILT_IN_DEBATE.positions.flatMap(({ paragraphs }) => [paragraphs.at(0), paragraphs.at(-1)]);

const expectPositions = async (page: Page) => {
  for (const side of ["For", "Against"])
    await expect(page.locator("[data-side] header").getByText(side, { exact: true })).toBeVisible();
  for (const end of ENDS) await expect(page.getByText(end?.text.slice(0, 40) ?? "").first()).toBeVisible();
};

test("[F26] without JavaScript a student joins, votes and reads, and no page shows what needs it", async ({
  browser,
}) => {
  const { url } = sharedProgram();
  const { cookie, code } = await openSession(sharedProgram(), SETTINGS);
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const { ticket, participantId } = await joinSession(url, code, "Bo");
  const bo = await connectClient(url, { auth: { code, ticket }, participantId });
  const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled: false })).newPage();
  const faults: string[] = [];
  const look = async (where: string) =>
    faults.push(...(await useless(page)).map((each) => `${where}: ${each}`));

  for (const path of ["/sign-in", "/sign-in?by=code", "/reset"]) {
    await page.goto(url + path);
    await look(path);
    await expect(note(page)).toContainText("This page needs JavaScript.");
  }
  await page.goto(`${url}/join`);
  await look("/join");
  await page.goto(`${url}/s/${code}`);
  await look("joining");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { name: "You are in" })).toBeVisible();
  await expect(note(page)).toContainText("You can vote and read without JavaScript.");
  // It moves on only where scripts run.
  await expect(page.getByText("Keep this page open.")).toBeHidden();
  await look("lobby");
  await moveTo(host, "before", SETTINGS);
  await page.reload();
  await look("before");
  await page.getByRole("button", { name: /^For/u }).click();
  await expect(page.getByRole("button", { name: /^For/u, pressed: true })).toBeVisible();
  await look("voted");
  await moveTo(host, "reading", SETTINGS);
  await page.reload();
  await expectPositions(page);
  await look("reading");
  await moveTo(host, "rebuttal", SETTINGS);
  await bo.send("rebuttal:post", rebuttal({ body: "Maps say otherwise." }));
  await page.reload();
  await expect(page.getByText("Maps say otherwise.")).toBeVisible();
  await expectPositions(page);
  await look("rebuttal");
  await expect(inert(page)).toHaveCount(0);
  await moveTo(host, "results", SETTINGS);
  await page.reload();
  await expectPositions(page);
  await look("results");
  await expect(inert(page)).toHaveCount(0);
  expect(faults).toEqual([]);
});

test("[F26] “What we keep” leads back to the session, and the name that was typed is still there", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { code } = await openSession(program, { identity: "named" });
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(`${program.url}/s/${code}`);
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("link", { name: "What we keep" }).click();
  await page.getByRole("link", { name: "Back to the session" }).click();
  await expect(page.getByLabel("Your name")).toHaveValue("Ada");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { name: "You are in" })).toBeVisible();
});
