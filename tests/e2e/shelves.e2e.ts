import { expect, type Page, test } from "playwright/test";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { pressOn, toCookies } from "#tests/e2e/support/faces.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { SIZES } from "#tests/e2e/support/pictures.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { postJson, signIn } from "#tests/support/requests.ts";

const { id: _, ...DRAFT } = BUILT_IN_DEBATE;
// No other test's debates have these words: the tests of a worker share a program.
const USED = "Kiosks Should Close at Noon";
const JAPANESE = "北方領土を共同で開発すべきである";

async function library(url: string) {
  const cookie = await signIn(url);
  const add = async (resolution: string): Promise<string> => {
    const answer = await postJson(`${url}/api/debates`, { debate: { ...DRAFT, resolution } }, cookie);
    return ((await answer.json()) as { debate: { id: string } }).debate.id;
  };
  const used = await add(USED);
  await add(JAPANESE);
  await postJson(`${url}/api/sessions`, { debateId: used }, cookie);
  return cookie;
}

const shelves = (page: Page) => page.getByRole("region", { name: "Debates", exact: true });
const titles = (page: Page) => shelves(page).getByRole("heading", { level: 4 }).allTextContents();
const entry = (page: Page) => shelves(page).getByRole("heading", { name: USED });

test("[D13, D14, D16] shelves are searched, and a debate is copied, archived and put back @long", async ({
  browser,
}) => {
  const { url } = await sharedProgram();
  const cookies = toCookies(await library(url), url);

  await test.step("a search and its filters need no scripts", async () => {
    const context = await browser.newContext({ viewport: SIZES.phone, javaScriptEnabled: false });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(`${url}/dashboard`);
    await page.getByRole("searchbox", { name: "Search debates" }).fill("領土");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page.getByRole("status")).toHaveText("1 debate matches");
    expect(await titles(page)).toEqual([JAPANESE]);
    await page.locator("summary", { hasText: "Filters" }).click();
    await page.getByLabel("Used before").selectOption("Used in a session");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page.getByRole("status")).toHaveText("No debate matches");
    await context.close();
  });

  const context = await browser.newContext({ viewport: SIZES.laptop });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(`${url}/dashboard`);
  await whenInteractive(page);

  await test.step("by keyboard alone a search shows what it found", async () => {
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("kiosks");
    await expect(page.getByRole("searchbox")).toHaveValue("kiosks");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toHaveText("1 debate matches");
    await expect(page.getByRole("searchbox")).toBeFocused();
    expect(await findProblems(page, "shelves/search")).toEqual([]);
  });

  await test.step("a debate that a session used is archived instead of deleted, and put back", async () => {
    const menu = page.getByRole("button", { name: `More for: ${USED}` });
    await pressOn(menu, "Enter");
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete debate" }).click();
    await expect(page.getByText("A session used it, so it was not deleted.")).toBeVisible();
    await expect(page.getByText("Try fewer words")).toBeVisible();
    await page.getByRole("link", { name: /^Archive/u }).click();
    await expect(entry(page)).toBeVisible();
    await pressOn(menu, "Enter");
    await page.getByRole("menuitem", { name: "Restore" }).click();
    await expect(entry(page)).toHaveCount(0);
    await page.getByRole("link", { name: /^All debates/u }).click();
    await pressOn(menu, "Enter");
    await page.getByRole("menuitem", { name: "Archive" }).click();
    await expect(entry(page)).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(entry(page)).toBeVisible();
  });

  await test.step("a copy opens in the editor", async () => {
    await pressOn(page.getByRole("button", { name: `More for: ${USED}` }), "Enter");
    await page.getByRole("menuitem", { name: "Make a copy" }).click();
    await expect(page.getByLabel("Resolution", { exact: true })).toHaveValue(USED);
    expect(page.url()).toMatch(/\/debates\/[\w-]+\/edit$/u);
  });
  await context.close();
});
