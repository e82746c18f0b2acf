import { type BrowserContext, expect, type Page } from "playwright/test";
import { openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { createGate } from "#tests/e2e/support/gate.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { joinSession } from "#tests/support/requests.ts";

/** Opens a page whose scripts come once `act` has ended. */
async function beforeScripts(page: Page, address: string, act: () => Promise<void>): Promise<void> {
  const scripts = createGate();
  await page.route(/\.js(?:\?|$)/u, async (route) => {
    await scripts.opened;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  await act();
  scripts.open();
  await whenInteractive(page);
  await page.unrouteAll({ behavior: "wait" });
}

test("[F18] what is typed before a page's scripts have run stays, and counts", async ({ browser }) => {
  const program = sharedProgram();
  const { url } = program;
  const { cookie, code } = await openSession(program, { identity: "named" });
  for (const name of ["Ada", "Grace"]) await joinSession(url, code, name);
  const as = async (cookies: string | null): Promise<Page> => {
    const context: BrowserContext = await browser.newContext();
    if (cookies !== null) await context.addCookies(toCookies(cookies, url));
    return context.newPage();
  };

  await test.step("in the search of the dashboard", async () => {
    const page = await as(cookie);
    const field = page.getByRole("searchbox", { name: "Search debates" });
    await beforeScripts(page, `${url}/dashboard`, () => field.pressSequentially("treaty"));
    await expect(field).toHaveValue("treaty");
    await field.press("Enter");
    await page.waitForURL(/[?&]q=treaty(?:&|$)/u);
  });

  await test.step("as a name on a phone", async () => {
    const page = await as(null);
    const field = page.getByLabel("Your name");
    await beforeScripts(page, `${url}/s/${code}`, () => field.pressSequentially("Mary"));
    await expect(field).toHaveValue("Mary");
    await page.getByRole("button", { name: "Join" }).click();
    await expect(page.getByRole("heading", { name: "You are in" })).toBeVisible();
    await expect(page.getByText("Mary").first()).toBeVisible();
  });

  await test.step("as an address and a password", async () => {
    const page = await as(null);
    const [email, password] = [page.getByLabel("Email"), page.getByLabel("Password", { exact: true })];
    await beforeScripts(page, `${url}/sign-in`, async () => {
      await email.pressSequentially("grace@example.org");
      await password.pressSequentially("nanoseconds-1906");
    });
    await expect(email).toHaveValue("grace@example.org");
    await expect(password).toHaveValue("nanoseconds-1906");
  });

  await test.step("as a name that is looked for in a table", async () => {
    const page = await as(cookie);
    const field = page.getByLabel("Find a name");
    await beforeScripts(page, `${url}/host/${code}/participation`, () => field.pressSequentially("ada"));
    await expect(page.getByText("1 of 3 shown")).toBeVisible();
    await expect(field).toHaveValue("ada");
  });
});
