import { type Browser, expect, type Route, test } from "playwright/test";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { debateFile } from "#debate/content/debate-file.ts";
import { openSession, toCookies } from "#tests/e2e/support/faces.ts";
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

test("[J12] a join whose answer was lost takes one seat, also after a reload @long", async ({ browser }) => {
  const program = await sharedProgram();
  const { cookie, code } = await openSession(program, { identity: "named" });
  const phone = await (await browser.newContext()).newPage();
  await phone.goto(`${program.url}/s/${code}`);
  await phone.route("**/join?*", lose, { times: 2 });
  const join = async () => {
    await phone.getByLabel("Your name").fill("Anna");
    await phone.getByRole("button", { name: "Join" }).click();
  };
  for (const _ of [1, 2]) {
    await join();
    await expect(phone.getByText("Can’t reach the server")).toBeVisible();
    await phone.context().clearCookies();
    await phone.reload();
  }
  await join();
  await expect(phone.getByRole("heading", { name: "You are in" })).toBeVisible();
  const seats = await fetch(`${program.url}/api/sessions/${code}/export?table=participants&format=json`, {
    headers: { cookie },
  });
  expect((await seats.json()).rows).toMatchObject([{ participant: "Anna" }]);
});

test("[D11] a series whose answer was lost is imported once, also after a reload, and asks once which titles there are @long", async ({
  browser,
}) => {
  const { url, context, page } = await instructor(browser);
  const titles = ["Series Sent Twice 1", "Series Sent Twice 2"];
  const series = titles.map((resolution) => ({ ...BUILT_IN_DEBATE, resolution }));
  const lists: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/debates") lists.push(request.method());
  });
  await page.goto(`${url}/debates/import`);
  await page.locator("input[type=file]").setInputFiles({
    name: "series.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(debateFile(series))),
  });
  await page.route("**/api/debates/import?id=*", lose, { times: 2 });
  const send = page.getByRole("button", { name: "Import 2 debates" });
  await send.click();
  await expect(page.getByText("Can’t reach the server")).toBeVisible();
  await send.click();
  await expect(page.getByText("Can’t reach the server")).toBeVisible();
  expect(lists).toEqual(["GET"]);
  await page.reload();
  await send.click();
  await page.waitForURL("**/dashboard*");
  const { debates } = await (await context.request.get(`${url}/api/debates?shelf=own`)).json();
  const stored = (debates as { resolution: string }[]).map(({ resolution }) => resolution);
  expect(stored.filter((each) => each.startsWith("Series Sent Twice")).toSorted()).toEqual(titles);
});

test("[D34, F1] a template whose answer was lost is kept once, and the focus goes back @long", async ({
  browser,
}) => {
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
  await expect(page.getByRole("button", { name: "Save as template" })).toBeFocused();
  await page.reload();
  await page.getByRole("button", { name: /^Open a session/u }).click();
  await expect(choice.locator("option:checked")).toHaveText("Sent twice");
  await expect(choice.getByText("Sent once")).toHaveCount(0);
  await expect(choice.getByText("Sent twice")).toHaveCount(1);
});

test("[D11] another file after a lost answer is another debate, and a copy whose answer was lost is made once @long", async ({
  browser,
}) => {
  const { url, context, page } = await instructor(browser);
  const stored = async (words: string) => {
    const { debates } = await (await context.request.get(`${url}/api/debates?shelf=own`)).json();
    const titles = (debates as { resolution: string }[]).map(({ resolution }) => resolution);
    return titles.filter((each) => each.startsWith(words)).toSorted();
  };
  const drop = async (name: string) => {
    const sides = ["Ada", "Bob"].map((who) => `Dr. ${who} Example\nDirector, Institute\n\n${who} says so.`);
    const text = [`RESOLVED: Of ${name}`, ...sides].join("\n\n");
    const dropped = await page.evaluateHandle(
      ([name, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], name, { type: "text/plain" }));
        return transfer;
      },
      [`${name}.txt`, text] as const,
    );
    await page.getByRole("heading", { level: 1 }).dispatchEvent("drop", { dataTransfer: dropped });
  };
  const confirm = async (name: string) => {
    await expect(page.getByText(`From ${name}.txt`)).toBeVisible();
    await page.getByRole("checkbox", { name: /argues for the resolution/u }).check();
  };
  const save = page.getByRole("button", { name: "Save debate" }).first();
  await page.goto(`${url}/debates/import`);
  await drop("Twice One");
  await confirm("Twice One");
  await page.route("**/api/debates", lose, { times: 1 });
  await save.click();
  await expect(page.getByText("Your changes are kept on this device.")).toBeVisible();
  // [D12] What was corrected stays until the instructor chooses the other file.
  await drop("Twice Two");
  const question = page.getByRole("dialog", { name: "Use this file instead?" });
  await question.getByRole("button", { name: "Keep my corrections" }).click();
  await expect(question).toBeHidden();
  await expect(page.getByText("From Twice One.txt")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /argues for the resolution/u })).toBeChecked();
  await drop("Twice Two");
  await question.getByRole("button", { name: "Use the file" }).click();
  await confirm("Twice Two");
  await save.click();
  await page.waitForURL(/\/debates\/[0-9a-f-]{36}$/u);
  expect(await stored("Of Twice")).toEqual(["Of Twice One", "Of Twice Two"]);

  const copy = async () => {
    await page.getByRole("button", { name: /^More for/u }).click();
    await page.getByRole("menuitem", { name: "Make a copy" }).click();
  };
  await page.route("**/copy", lose, { times: 1 });
  await copy();
  await expect(page.getByText("Can’t reach the server")).toBeVisible();
  await copy();
  await page.waitForURL("**/edit");
  expect(await stored("Of Twice Two")).toHaveLength(2);
});

test("[D11, I1] personal codes and an invitation whose answers were lost are made once @long", async ({
  browser,
}) => {
  const { url, context, page } = await instructor(browser);
  const opened = await context.request.post(`${url}/api/sessions`, {
    headers: { origin: url },
    data: { debateId: BUILT_IN_DEBATE.id, settings: { entry: "personal" } },
  });
  await page.goto(`${url}/host/${(await opened.json()).code}/codes`);
  await page.getByLabel("How many more").fill("7");
  await page.route("**/passes", lose, { times: 1 });
  const make = page.getByRole("button", { name: "Make codes" });
  await make.click();
  await expect(page.getByText("No connection. This wasn’t confirmed")).toBeVisible();
  await make.click();
  const slips = page.getByRole("list", { name: "The codes" }).getByRole("listitem");
  await expect(slips).toHaveCount(7);
  await make.click();
  await expect(slips).toHaveCount(14);

  await page.goto(`${url}/account`);
  const note = page.getByLabel("Who is it for?");
  const invite = page.getByRole("button", { name: "Create invitation" });
  const open = page.getByRole("listitem").filter({ hasText: "Sent twice" });
  await note.fill("Sent twice");
  await page.route("**/api/invitations", lose, { times: 1 });
  await invite.click();
  await expect(page.getByText("Can’t reach the server")).toBeVisible();
  await invite.click();
  await expect(open).toHaveCount(1);
  await note.fill("Sent twice: another");
  await invite.click();
  await expect(open).toHaveCount(2);
});

test("[I1] who accepts an invitation again after a lost answer is told to sign in @long", async ({
  browser,
}) => {
  const { url, context } = await instructor(browser);
  const invited = await context.request.post(`${url}/api/invitations`, {
    headers: { origin: url },
    data: {},
  });
  const page = await (await browser.newContext()).newPage();
  await page.goto((await invited.json()).url);
  await page.getByLabel("Name").fill("Hedy");
  await page.getByLabel("Email").fill("hedy@example.org");
  await page.getByLabel("Password", { exact: true }).fill("frequency-hopping-1942");
  await page.route("**/api/invitations/accept", lose, { times: 1 });
  const create = page.getByRole("button", { name: "Create account" });
  await create.click();
  await expect(page.getByText("Can’t reach the server")).toBeVisible();
  await create.click();
  await expect(page.getByText("If you have just created your account with it, sign in.")).toBeVisible();
});
