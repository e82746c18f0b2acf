import { expect } from "playwright/test";
import { checkByAxe, toCookies } from "#tests/e2e/support/faces.ts";
import { enlarge, openWhole, tooWide } from "#tests/e2e/support/large-text.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";

test("[D14] [D44] [D45] an instructor finds a debate by age and subject, reads both beginnings, is surprised, and makes a link", async ({
  page,
}) => {
  const { url, cookie } = sharedProgram();
  await page.context().addCookies(toCookies(cookie, url));
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openWhole(page, `${url}/dashboard?shelf=built-in`);
  await page.getByText("Filters", { exact: true }).click();
  await page.getByRole("combobox", { name: /^Age/u }).selectOption("Ages 15 to 18");
  await page.getByRole("combobox", { name: /^Subject/u }).selectOption("school");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("1 debate matches")).toBeVisible();
  const preview = page.getByText("Preview", { exact: true });
  await preview.click();
  await expect(page.getByText("Teach a class at ten past eight")).toBeVisible();
  await expect(page.getByText("Everybody in this debate wants students to sleep more.")).toBeVisible();
  await checkByAxe(page, "a preview on the dashboard");
  await page.setViewportSize({ width: 320, height: 568 });
  await enlarge(page);
  expect(await tooWide(page)).toBe("");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("link", { name: "Surprise me" }).click();
  await page.waitForURL("**/debates/school-start");

  await page.getByRole("button", { name: "Make a copy to edit" }).click();
  await page.waitForURL("**/edit");
  await openWhole(page, page.url().replace("/edit", ""));
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = page.getByLabel("Link", { exact: true });
  await expect(address).toHaveValue(/\/api\/shared\/.*\.json$/u);
  await checkByAxe(page, "a link for other servers");
  const shared = await (await fetch(await address.inputValue())).json();
  expect(shared.debates[0].resolution).toBe("High Schools Should Start at 9 a.m. or Later");
  await page.getByRole("button", { name: "End the link" }).click();
  await expect(page.getByRole("button", { name: "Make a link" })).toBeVisible();

  await openWhole(page, `${url}/debates/import`);
  await page.getByLabel("Or the link that a colleague sent you").fill("http://127.0.0.1/a.json");
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByText(/can’t be opened/u)).toBeVisible();
  await checkByAxe(page, "a link that is refused");
});
