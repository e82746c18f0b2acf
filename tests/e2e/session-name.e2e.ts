import { expect, type Page, test } from "@playwright/test";
import { signIn } from "#tests/e2e/support/lesson.ts";
import { takePictures } from "#tests/e2e/support/pictures.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";

const LONG = "Period 3, Monday: AP Government with Ms. Hopper, second half";

const picture = (page: Page, name: string) => takePictures(page, `session-name/${name}`);

test("[V17][I11] a named session is taught, found by its name, and opened once more for the next class", async ({
  browser,
}) => {
  const { url } = await sharedProgram();
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await signIn(page, url);

  await page
    .getByRole("button", { name: /^Open a session/u })
    .first()
    .click();
  const name = page.getByLabel("Name of this session");
  await name.fill("x".repeat(61));
  await expect(page.getByText("1 character too many")).toBeVisible();
  await page.getByRole("button", { name: "Open session" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await name.fill(LONG);
  await picture(page, "opening");
  await page.getByRole("button", { name: "Open session" }).click();
  await page.waitForURL(/\/host\/[0-9A-Z]{6}$/u);
  const first = page.url().slice(-6);
  await expect(page.getByText(LONG, { exact: true })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`^${LONG}: control room ${first}`, "u"));
  await picture(page, "control-room");

  const cookies = (await context.cookies()).map((each) => `${each.name}=${each.value}`);
  const host = await connectClient(url, { auth: { code: first, as: "host" }, cookie: cookies.join("; ") });
  await moveTo(host, "closed");
  host.close();
  const again = page.getByRole("button", { name: `Same again: ${LONG}` });
  await expect(again).toBeVisible();
  await picture(page, "closed");
  await again.click();
  const next = page.getByLabel("Name of the new session");
  await expect(next).toHaveValue(LONG);
  await expect(next).toBeFocused();
  await picture(page, "same-again");
  // It is selected, so typing replaces it.
  await page.keyboard.type("三限・月曜日");
  await expect(next).toHaveValue("三限・月曜日");
  await page.keyboard.press("Enter");
  await page.waitForURL(
    (address) => /\/host\/[0-9A-Z]{6}$/u.test(address.pathname) && !address.href.endsWith(first),
  );
  const second = page.url().slice(-6);
  await expect(page.getByText("三限・月曜日", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Open the first vote" })).toBeVisible();
  await picture(page, "control-room-again");

  await page.goto(`${url}/results/${first}`);
  await expect(page.getByText(LONG, { exact: true })).toBeVisible();
  await picture(page, "results");
  await page.locator("summary", { hasText: "Download the data" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Ballots as CSV" }).click();
  expect((await downloading).suggestedFilename()).toBe(
    `${first}-Period-3-Monday-AP-Government-with-Ms-Hopper-second-half-ballots.csv`,
  );

  await page.goto(`${url}/dashboard`);
  const card = page.getByRole("listitem").filter({ hasText: second });
  await expect(card).toContainText("三限・月曜日");
  await expect(page.getByRole("listitem").filter({ hasText: first })).toContainText(LONG);
  await picture(page, "dashboard");
  await card.getByRole("button", { name: "Same again: 三限・月曜日" }).click();
  await expect(page.getByLabel("Name of the new session")).toHaveValue("三限・月曜日");
  await page.keyboard.press("Escape");
  // The next session of a debate begins without a name.
  await page
    .getByRole("button", { name: /^Open a session/u })
    .first()
    .click();
  await expect(name).toHaveValue("");
});
