import { expect } from "playwright/test";
import { createGate } from "#tests/e2e/support/gate.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { postJson } from "#tests/support/requests.ts";

test("[E1] [I1] a colleague opens an account by an invitation, whose page leads back to itself in the other language, and signs in again", async ({
  browser,
}) => {
  const { url, cookie } = sharedProgram();
  const { url: link } = await (await postJson(`${url}/api/invitations`, {}, cookie)).json();
  const email = `ada-${crypto.randomUUID()}@example.org`;
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "日本語" }).click();
  await expect(page.getByLabel("名前")).toBeVisible();
  expect(page.url()).toBe(link);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("Email").fill(email);
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("Lovelace-1815");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("This password is too easy to guess")).toBeVisible();
  await password.fill("engine-notes-1843");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/dashboard");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: /invitation/u })).toBeVisible();
  await page.goto(`${url}/account`);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.waitForURL("**/sign-in");
  await page.getByLabel("Email").fill(email);
  await password.fill("engine-notes-1843");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/dashboard");
});

test("buttons that need scripts can't be pressed before these have run, and others can", async ({
  browser,
}) => {
  const { url } = sharedProgram();
  const page = await (await browser.newContext()).newPage();
  const scripts = createGate();
  await page.route(/_next\/static\/.*\.js/u, async (route) => {
    await scripts.opened;
    await route.continue();
  });
  await page.goto(`${url}/sign-in`, { waitUntil: "commit" });
  const signIn = page.getByRole("button", { name: "Sign in", exact: true });
  await expect(signIn).toBeDisabled();
  scripts.open();
  await expect(signIn).toBeEnabled();

  const phone = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await phone.goto(`${url}/join`);
  await expect(phone.getByRole("button", { name: "Join" })).toBeEnabled();
});
