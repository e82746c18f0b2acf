import { expect } from "playwright/test";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { toCookies } from "#tests/e2e/support/faces.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";

const SCHOOL = "https://moodle.a-school-with-a-rather-long-name.example.org";
const VALUES = {
  Issuer: SCHOOL,
  "Client ID": "client",
  "Deployment IDs": "1\n1:a0b1c2d3e4f5a0b1c2d3e4f5a0b1c2d3e4f5a0b1c2d3e4f5",
  "Authentication URL": `${SCHOOL}/mod/lti/auth.php`,
  "Token URL": `${SCHOOL}/mod/lti/token.php`,
  "Key URL (JWKS)": "http://10.0.0.1/certs.php",
};

test("[Q40] [Q41] the owner makes a registration link, registers a platform by hand, is told of a wrong address, and removes the platform again", async ({
  browser,
}) => {
  const { url, cookie } = sharedProgram();
  const context = await browser.newContext();
  await context.addCookies(toCookies(cookie, url));
  const page = await context.newPage();
  await page.goto(`${url}/account`);
  await page.getByRole("link", { name: "Set up learning platforms" }).click();
  await page.getByRole("heading", { name: "No platforms yet" }).waitFor();
  await whenInteractive(page);
  await page.getByRole("button", { name: "Create registration link" }).click();
  await expect(page.getByText(/\/lti\/register\?allow=[\w-]{24}$/u)).toBeVisible();
  await expect(page.getByText(`${url}/lti/jwks`, { exact: true })).toBeVisible();

  const save = page.getByRole("button", { name: "Save platform" });
  await save.click();
  await expect(page.getByLabel("Issuer", { exact: true })).toBeFocused();
  await expect(page.getByText("Enter this value.")).toHaveCount(6);
  for (const [label, value] of Object.entries(VALUES))
    await page.getByLabel(label, { exact: true }).fill(value);
  await save.click();
  const keys = page.getByLabel("Key URL (JWKS)", { exact: true });
  await expect(keys).toBeFocused();
  expect(await findProblems(page)).toEqual([]);
  await keys.fill(`${SCHOOL}/mod/lti/certs.php`);
  await page.keyboard.press("Enter");
  const entry = page.getByRole("list", { name: "Registered platforms" }).getByRole("listitem");
  await expect(entry).toContainText("1:a0b1c2d3e4f5");
  await expect(page.getByLabel("Issuer", { exact: true })).toHaveValue("");
  await page.reload();
  await page.getByText("Addresses", { exact: true }).click();
  await expect(entry).toContainText("/mod/lti/certs.php");
  await whenInteractive(page);
  expect(await findProblems(page)).toEqual([]);

  await page.getByRole("button", { name: /^Remove moodle\.a-school.* \(client\)$/u }).click();
  await page.getByRole("button", { name: "Remove platform" }).click();
  await page.getByRole("heading", { name: "No platforms yet" }).waitFor();
  await page.goto(`${url}/account`);
  await expect(page.getByText(`Removed the learning platform ${new URL(SCHOOL).host}`)).toBeVisible();
  await context.close();
});
