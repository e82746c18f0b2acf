import { expect, type Page } from "playwright/test";
import { checkByAxe, toCookies } from "#tests/e2e/support/faces.ts";
import { test } from "#tests/e2e/support/test.ts";
import { startProgram } from "#tests/support/program.ts";
import { colleague, signIn } from "#tests/support/requests.ts";
import { totp } from "#tests/support/totp.ts";

const SMALL = { width: 320, height: 640 };
const PASSWORD = "halting-problem-1936";

const noWider = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
/** What the page shows of the app's address. */
const keyOn = async (page: Page) => {
  const key = await page.getByText(/^(?:[A-Z2-7]{4} )+[A-Z2-7]{1,4}$/u).textContent();
  return `otpauth://totp/x?secret=${key?.replaceAll(" ", "")}`;
};

test("[I35, I39, I42] the owner requires a second step, a colleague sets it up before anything else and signs in with it, and the owner removes and locks", async ({
  browser,
}) => {
  await using program = await startProgram({ kind: "whole" });
  const { url } = program;
  const owner = await (await browser.newContext({ locale: "ja" })).newPage();
  const cookie = await signIn(url);
  await owner.context().addCookies(toCookies(cookie, url));
  const alan = await colleague(url, cookie);

  await owner.goto(`${url}/account`);
  await owner.getByRole("link", { name: "教員を表示" }).click();
  await owner.getByRole("button", { name: "必須にする" }).click();
  await expect(owner.getByRole("button", { name: "必須をやめる" })).toBeVisible();
  await expect(owner.getByText(alan.email)).toBeVisible();
  await checkByAxe(owner, "accounts");
  await owner.setViewportSize(SMALL);
  await noWider(owner);

  const page = await (await browser.newContext({ viewport: SMALL })).newPage();
  const password = page.getByLabel("Password", { exact: true });
  const enter = async () => {
    await page.goto(`${url}/sign-in?next=/classes`);
    await page.getByLabel("Email").fill(alan.email);
    await password.fill(PASSWORD);
    await password.press("Enter");
  };
  await enter();
  await page.waitForURL("**/second-factor?next=%2Fclasses");
  await page.goto(`${url}/dashboard`);
  await expect(page.getByRole("heading", { name: "Set up the second step" })).toBeVisible();
  await checkByAxe(page, "required");
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("img", { name: "QR code for the app" })).toBeVisible();
  await checkByAxe(page, "code");
  await noWider(page);
  const uri = await keyOn(page);
  const code = page.getByLabel("Code from the app");
  await code.fill("000000");
  await code.press("Enter");
  await expect(page.getByText("That code isn’t right.")).toBeVisible();
  await code.fill(totp(uri));
  await code.press("Enter");
  await expect(page.getByText("Save your backup codes")).toBeVisible();
  await checkByAxe(page, "backup codes");
  const backup = await page
    .getByRole("listitem")
    .filter({ hasText: /^\w{5} \w{5}$/u })
    .first()
    .textContent();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  expect((await saving).suggestedFilename()).toBe("resolved-backup-codes.txt");
  await page.getByRole("button", { name: "I have saved them" }).click();
  await page.waitForURL("**/dashboard");

  await page.context().clearCookies();
  await enter();
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  await expect(code).toBeFocused();
  await checkByAxe(page, "second step");
  await page.getByRole("button", { name: "Use a backup code" }).click();
  await page.getByLabel("Backup code", { exact: true }).fill(backup ?? "");
  await page.getByLabel("Trust this device for 30 days").check();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`${url}/classes`);
  await page.goto(`${url}/account`);
  await expect(page.getByText("On: your password asks for a code, too.")).toBeVisible();

  await owner.reload();
  await owner.getByRole("button", { name: /の2段階認証を解除$/u }).click();
  await owner.getByRole("button", { name: "解除する", exact: true }).click();
  // Also behind the question, which hides the page from assistive technology until it is closed.
  const removing = { name: /の2段階認証を解除$/u, includeHidden: true };
  await expect(owner.getByRole("button", removing)).toHaveCount(0);
  await owner.getByRole("button", { name: /をロックする$/u }).click();
  await checkByAxe(owner, "question");
  await owner.getByRole("button", { name: "ロックする", exact: true }).last().click();
  await expect(owner.getByRole("button", { name: /のロックを解除$/u })).toBeVisible();
  await enter();
  await expect(page.getByText("This account is locked.")).toBeVisible();
});
