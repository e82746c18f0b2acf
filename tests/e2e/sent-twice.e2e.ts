import { type Browser, expect, type Route, test } from "playwright/test";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { debateFile } from "#debate/content/debate-file.ts";
import { toCookies } from "#tests/e2e/support/faces.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { signIn } from "#tests/support/requests.ts";

async function instructor(browser: Browser) {
  const { url } = await sharedProgram();
  const context = await browser.newContext();
  await context.addCookies(toCookies(await signIn(url), url));
  const page = await context.newPage();
  page.on("dialog", (question) => question.accept());
  return { url, context, page };
}

/** The server stores it, and its answer is lost. */
async function lose(route: Route) {
  await route.fetch();
  await route.abort();
}

test("[D11] a series whose answer was lost is imported once, also after a reload @long", async ({
  browser,
}) => {
  const { url, context, page } = await instructor(browser);
  const titles = ["Series Sent Twice 1", "Series Sent Twice 2"];
  const series = titles.map((resolution) => ({ ...BUILT_IN_DEBATE, resolution }));
  await page.goto(`${url}/debates/import`);
  await page.locator("input[type=file]").setInputFiles({
    name: "series.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(debateFile(series))),
  });
  await page.route("**/api/debates/import", lose, { times: 2 });
  const send = page.getByRole("button", { name: "Import 2 debates" });
  await send.click();
  await expect(page.getByText("Can’t reach the server")).toBeVisible();
  await send.click();
  await expect(page.getByText("Can’t reach the server")).toBeVisible();
  await page.reload();
  await send.click();
  await page.waitForURL("**/dashboard*");
  const { debates } = await (await context.request.get(`${url}/api/debates?shelf=own`)).json();
  const stored = (debates as { resolution: string }[]).map(({ resolution }) => resolution);
  expect(stored.filter((each) => each.startsWith("Series Sent Twice")).toSorted()).toEqual(titles);
});

test("[D34] a template whose answer was lost is kept once @long", async ({ browser }) => {
  const { url, page } = await instructor(browser);
  await page.goto(`${url}/debates/${BUILT_IN_DEBATE.id}`);
  await page.getByRole("button", { name: /^Open a session/u }).click();
  await page.getByRole("button", { name: "Save as template" }).click();
  const name = page.getByLabel("Name of the template");
  await name.fill("Sent once");
  await page.route("**/api/templates", lose, { times: 1 });
  const save = page.getByRole("button", { name: "Save", exact: true });
  await save.click();
  await expect(page.getByText("Can’t reach the server")).toBeVisible();
  await name.fill("Sent twice");
  await save.click();
  const choice = page.getByLabel("Template", { exact: true });
  await expect(choice.locator("option:checked")).toHaveText("Sent twice");
  await page.reload();
  await page.getByRole("button", { name: /^Open a session/u }).click();
  await expect(choice.locator("option:checked")).toHaveText("Sent twice");
  await expect(choice.getByText("Sent once")).toHaveCount(0);
  await expect(choice.getByText("Sent twice")).toHaveCount(1);
});
