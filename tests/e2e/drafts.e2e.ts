import { type Browser, expect, type Page, type Route, test } from "playwright/test";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { toCookies } from "#tests/e2e/support/faces.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { signIn } from "#tests/support/requests.ts";

const resolution = (page: Page) => page.getByLabel("Resolution", { exact: true });

/** An instructor who begins to write a debate. */
async function writer(browser: Browser) {
  const { url } = await sharedProgram();
  const context = await browser.newContext();
  await context.addCookies(toCookies(await signIn(url), url));
  const page = await context.newPage();
  await page.goto(`${url}/debates/new`);
  await expect(resolution(page)).toBeVisible();
  /** What the server has of all debates whose resolution begins so. */
  const stored = async (words: string): Promise<string[]> => {
    const found = await Promise.all(
      ["own", "drafts"].map(async (shelf) => {
        const { debates } = await (await context.request.get(`${url}/api/debates?shelf=${shelf}`)).json();
        return (debates as { resolution: string }[]).map((debate) => debate.resolution);
      }),
    );
    return found.flat().filter((each) => each.startsWith(words));
  };
  return { url, context, page, stored };
}

/** Holds the next automatic save back once the server has stored it; `answer` lets its answer through. */
async function holdSave(page: Page, method: "POST" | "PUT") {
  let tellStored = () => {};
  let answer = () => {};
  const stored = new Promise<void>((resolve) => {
    tellStored = resolve;
  });
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let isFirst = true;
  await page.route(
    (at) => /^\/api\/debates(\/[^/]+)?$/u.test(at.pathname),
    async (route: Route) => {
      if (route.request().method() !== method || !isFirst) return route.fallback();
      isFirst = false;
      const response = await route.fetch();
      tellStored();
      await held;
      await route.fulfill({ response }).catch(() => undefined);
    },
  );
  return { stored, answer };
}

async function asDraft(page: Page, words: string): Promise<void> {
  await resolution(page).fill(words);
  await expect(page.getByText("Draft saved.")).toBeVisible();
  await page.waitForURL("**/debates/*/edit");
}

test("[D12, D22] what is typed while a draft is saved, right before its page is left, is not lost @long", async ({
  browser,
}) => {
  const { page, stored } = await writer(browser);
  await asDraft(page, "Left A");
  const edit = page.url();
  const saving = await holdSave(page, "PUT");
  await resolution(page).fill("Left AB");
  await saving.stored;
  await resolution(page).fill("Left ABC");
  await page.getByRole("link", { name: "Debates", exact: true }).first().click();
  await page.waitForURL("**/dashboard*");
  saving.answer();
  await expect.poll(() => stored("Left")).toEqual(["Left ABC"]);
  await page.goto(edit);
  await expect(resolution(page)).toHaveValue("Left ABC");
});

test("[D22] Back to a draft shows it as it was saved last @long", async ({ browser }) => {
  const { page } = await writer(browser);
  await asDraft(page, "Back A");
  await page.reload();
  await resolution(page).fill("Back AB");
  await expect(page.getByText("Draft saved.")).toBeVisible();
  await page.getByRole("link", { name: "Debates", exact: true }).first().click();
  await page.waitForURL("**/dashboard*");
  await page.goBack();
  await page.waitForURL("**/edit");
  await expect(resolution(page)).toHaveValue("Back AB");
});

test("[D22] a draft whose first answer was lost is saved once @long", async ({ browser }) => {
  const { page, stored } = await writer(browser);
  await page.clock.install();
  let lost = 0;
  await page.route("**/api/debates", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await resolution(page).fill("Lost A");
  await page.clock.runFor(1_500);
  await expect(page.getByText("Kept on this device: the server can’t be reached.")).toBeVisible();
  await resolution(page).fill("Lost AB");
  await page.clock.runFor(16_000);
  await page.waitForURL("**/debates/*/edit");
  // It was sent again as it was, and what was typed since follows.
  await page.clock.runFor(4_000);
  await expect.poll(() => stored("Lost")).toEqual(["Lost AB"]);
});

test("[D11, D22] Finish while a draft is being saved goes over that save @long", async ({ browser }) => {
  const { page, stored } = await writer(browser);
  await asDraft(page, "Finished A");
  for (const side of ["for", "against"])
    await page.getByLabel(`Paragraph 1 of The case ${side}`).fill("A text.");
  const saving = await holdSave(page, "PUT");
  await resolution(page).fill("Finished AB");
  await saving.stored;
  await resolution(page).fill("Finished ABC");
  await page.getByRole("button", { name: "Finish debate" }).click();
  saving.answer();
  await page.waitForURL((url) => /^\/debates\/[^/]+$/u.test(url.pathname));
  expect(await stored("Finished")).toEqual(["Finished ABC"]);
});

test("[D11, D22, D27] Finish while a new draft is first saved makes one debate, which is seen beside it", async ({
  browser,
}) => {
  const { page, stored } = await writer(browser);
  const saving = await holdSave(page, "POST");
  await resolution(page).fill("Once A");
  for (const side of ["for", "against"])
    await page.getByLabel(`Paragraph 1 of The case ${side}`).fill("A text.");
  await expect(page.getByRole("region", { name: "On a phone" }).getByText("A text.")).toBeVisible();
  await saving.stored;
  await page.getByRole("button", { name: "Finish debate" }).click();
  saving.answer();
  await page.waitForURL((url) => /^\/debates\/(?!new)[^/]+$/u.test(url.pathname));
  expect(await stored("Once")).toEqual(["Once A"]);
});

test("[D12] what is typed while a debate is saved stays on the page, and is saved after it @long", async ({
  browser,
}) => {
  const { page, stored } = await writer(browser);
  await asDraft(page, "Typed A");
  for (const side of ["for", "against"])
    await page.getByLabel(`Paragraph 1 of The case ${side}`).fill("A text.");
  await expect(page.getByText("Draft saved.")).toBeVisible();
  const saving = await holdSave(page, "PUT");
  await page.getByRole("button", { name: "Finish debate" }).click();
  await saving.stored;
  await resolution(page).fill("Typed AB");
  saving.answer();
  await expect(page.getByText("What you typed since then isn’t saved yet.")).toBeVisible();
  expect(await stored("Typed")).toEqual(["Typed A"]);
  page.on("dialog", (question) => question.accept());
  await page.reload();
  await expect(resolution(page)).toHaveValue("Typed AB");
  await page.getByRole("button", { name: "Save debate" }).click();
  await page.waitForURL((url) => /^\/debates\/[^/]+$/u.test(url.pathname));
  expect(await stored("Typed")).toEqual(["Typed AB"]);
});

test("[D12, I24] a colleague who may no longer edit a debate keeps what was typed, also after a reload @long", async ({
  browser,
}) => {
  const { url } = await sharedProgram();
  const owner = await signIn(url);
  const ask = (method: string, path: string, cookie: string, body?: object) =>
    fetch(url + path, {
      method,
      headers: { "content-type": "application/json", cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
  const { id: _, ...debate } = BUILT_IN_DEBATE;
  const created = await ask("POST", "/api/debates", owner, { debate });
  const { id } = (await created.json()).debate as { id: string };
  const share = (everyone: string) => ask("PUT", `/api/debates/${id}/sharing`, owner, { everyone });
  expect((await share("edit")).status).toBe(204);
  const invited = await ask("POST", "/api/invitations", owner, {});
  const { url: link } = (await invited.json()) as { url: string };
  const accepted = await ask("POST", "/api/invitations/accept", "", {
    ...{ token: new URL(link).searchParams.get("token"), name: "Grace Hopper" },
    ...{ email: "grace.typing@example.org", password: "correct horse battery staple" },
  });
  const cookie = accepted.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const context = await browser.newContext();
  await context.addCookies(toCookies(cookie, url));
  const page = await context.newPage();
  page.on("dialog", (question) => question.accept());
  await page.goto(`${url}/debates/${id}/edit`);
  await resolution(page).fill("Typed While It Was Allowed");
  expect((await share("read")).status).toBe(204);
  await page.getByRole("button", { name: "Save debate" }).click();
  const dialog = page.getByRole("dialog", { name: "You can no longer edit this debate" });
  await expect(dialog).toBeVisible();
  await page.reload();
  await expect(page.getByText("You can no longer edit this debate")).toBeVisible();
  await expect(resolution(page)).toHaveValue("Typed While It Was Allowed");
  await page.getByRole("button", { name: "Save debate" }).click();
  await dialog.getByRole("button", { name: "Save as a new debate" }).click();
  await page.waitForURL((at) => /^\/debates\/[^/]+$/u.test(at.pathname) && !at.pathname.includes(id));
  // With nothing kept, its page is shown.
  await page.goto(`${url}/debates/${id}/edit`);
  await page.waitForURL(`**/debates/${id}`);
  // So it is once what was kept is discarded.
  expect((await share("edit")).status).toBe(204);
  await page.goto(`${url}/debates/${id}/edit`);
  await resolution(page).fill("Not Worth a Debate of Its Own");
  expect((await share("read")).status).toBe(204);
  await page.reload();
  await page.getByRole("button", { name: "Discard my changes" }).click();
  await page.waitForURL(`**/debates/${id}`);
});

test("[Y6] Back to a lesson kit shows it as it was saved, and its page what was typed before the debate was deleted @long", async ({
  browser,
}) => {
  const { url, context, page } = await writer(browser);
  const { id: _, kit: __, ...debate } = BUILT_IN_DEBATE;
  const headers = { origin: url };
  const created = await context.request.post(`${url}/api/debates`, { headers, data: { debate } });
  const { id } = (await created.json()).debate as { id: string };
  await page.goto(`${url}/debates/${id}/kit`);
  const note = page.getByLabel("Reading", { exact: true });
  await note.fill("Walk around and listen.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  await page.getByRole("link", { name: "Back to the debate" }).click();
  await page.waitForURL(`**/debates/${id}`);
  await page.goBack();
  await page.waitForURL("**/kit");
  await expect(note).toHaveValue("Walk around and listen.");
  await note.fill("Walk around and ask.");
  expect((await context.request.delete(`${url}/api/debates/${id}`, { headers })).status()).toBe(204);
  page.on("dialog", (question) => question.accept());
  await page.reload();
  await expect(page.getByText("This debate was deleted")).toBeVisible();
  await expect(note).toHaveValue("Walk around and ask.");
});

/** A text that is understood as a debate. */
const newsletter = (title: string) => {
  const sides = ["Ada", "Bob"].map((name) => `Dr. ${name} Example\nDirector, Institute\n\n${name} says so.`);
  return [`RESOLVED: ${title}`, ...sides].join("\n\n");
};
const saveButton = (page: Page) => page.getByRole("button", { name: "Save debate" }).first();
const confirmSides = (page: Page) =>
  page.getByRole("checkbox", { name: /argues for the resolution/u }).click();

/** The next debate that is sent is stored, and the answer lost. */
const loseAnswer = (page: Page) =>
  page.route(
    "**/api/debates",
    async (route: Route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
const isKeptHere = (page: Page) =>
  expect(page.getByText("Your changes are kept on this device.")).toBeVisible();

test("[D11, D12] an import whose answer was lost is saved once, also after a reload, and not over what was saved since @long", async ({
  browser,
}) => {
  const { url, context, page, stored } = await writer(browser);
  page.on("dialog", (question) => question.accept());
  const lose = async () => {
    await page.goto(`${url}/debates/import`);
    await page.getByRole("textbox").first().fill(newsletter("Imported Once"));
    await loseAnswer(page);
    await confirmSides(page);
    await saveButton(page).click();
    await isKeptHere(page);
  };
  await lose();
  await page.reload();
  await saveButton(page).click();
  await page.waitForURL(/\/debates\/[0-9a-f-]{36}$/u);
  expect(await stored("Imported")).toHaveLength(1);
  const first = page.url().split("/").at(-1);

  await lose();
  const listed = await context.request.get(`${url}/api/debates?shelf=own&q=Imported`);
  const { debates } = (await listed.json()) as { debates: { id: string }[] };
  const second = debates.map(({ id }) => id).find((id) => id !== first);
  const at = `${url}/api/debates/${second}`;
  const { id: _, ...debate } = (await (await context.request.get(at)).json()).debate;
  const changed = { debate: { ...debate, introduction: "Written in another tab." } };
  const headers = { origin: url };
  expect((await context.request.put(at, { headers, data: changed })).status()).toBe(200);
  await resolution(page).fill("Imported Twice");
  await saveButton(page).click();
  await page.waitForURL(`**/debates/${second}/edit`);
  await expect(page.getByText("This debate was saved elsewhere in the meantime")).toBeVisible();
  await expect(resolution(page)).toHaveValue("Imported Twice");
  expect((await (await context.request.get(at)).json()).debate).toMatchObject(changed.debate);
});

test("[D11] after a lost answer, a file of the same name is another debate @long", async ({ browser }) => {
  const { url, page, stored } = await writer(browser);
  const drop = async (title: string) => {
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "issue.txt"));
      return data;
    }, newsletter(title));
    await page.locator("main").getByRole("heading").first().dispatchEvent("drop", { dataTransfer: transfer });
  };
  await page.goto(`${url}/debates/import`);
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
  await drop("Dropped One");
  await confirmSides(page);
  await loseAnswer(page);
  await saveButton(page).click();
  await isKeptHere(page);
  await drop("Dropped Two");
  await page.getByRole("button", { name: "Use the file" }).click();
  await expect(resolution(page)).toHaveValue("Dropped Two");
  await confirmSides(page);
  await saveButton(page).click();
  await page.waitForURL(/\/debates\/[0-9a-f-]{36}$/u);
  expect((await stored("Dropped")).toSorted()).toEqual(["Dropped One", "Dropped Two"]);
});

test("[D12] what is corrected while an import is saved, the editor goes on with @long", async ({
  browser,
}) => {
  const { url, page, stored } = await writer(browser);
  await page.goto(`${url}/debates/import`);
  await page.getByRole("textbox").first().fill(newsletter("Corrected A"));
  await confirmSides(page);
  const saving = await holdSave(page, "POST");
  await saveButton(page).click();
  await saving.stored;
  await resolution(page).fill("Corrected AB");
  saving.answer();
  await page.waitForURL(/\/debates\/[0-9a-f-]{36}\/edit$/u);
  await expect(resolution(page)).toHaveValue("Corrected AB");
  expect(await stored("Corrected")).toEqual(["Corrected A"]);
  await saveButton(page).click();
  await page.waitForURL(/\/debates\/[0-9a-f-]{36}$/u);
  expect(await stored("Corrected")).toEqual(["Corrected AB"]);
});

test("[D12] deleting a debate takes along one's own drafts of it, and no colleague's on this device @long", async ({
  browser,
}) => {
  const { url, context, page } = await writer(browser);
  const headers = { origin: url };
  const { id: _, ...debate } = BUILT_IN_DEBATE;
  const data = { debate: { ...debate, resolution: "Deleted Here" } };
  const made = await context.request.post(`${url}/api/debates`, { headers, data });
  const { id } = (await made.json()).debate as { id: string };
  await page.goto(`${url}/debates/${id}/edit`);
  await resolution(page).fill("Deleted Here, changed");
  const kept = () => page.evaluate((id) => Object.keys(localStorage).filter((key) => key.includes(id)), id);
  await expect.poll(kept).toHaveLength(1);
  const colleagues = `resolved.draft.${id}.alan.tab`;
  await page.evaluate((name) => localStorage.setItem(name, '{"v":1,"by":"alan"}'), colleagues);
  page.on("dialog", (question) => question.accept());
  await page.goto(`${url}/debates/${id}`);
  await page.getByRole("button", { name: /^More/u }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.waitForURL("**/dashboard*");
  expect(await kept()).toEqual([colleagues]);
});

test("[D12] signing out asks before it deletes unsaved changes, and Stay keeps them @long", async ({
  browser,
}) => {
  const { url, context, page } = await writer(browser);
  const { id: _, ...debate } = BUILT_IN_DEBATE;
  const data = { debate: { ...debate, resolution: "Signed Out Here" } };
  const made = await context.request.post(`${url}/api/debates`, { headers: { origin: url }, data });
  const { id } = (await made.json()).debate as { id: string };
  await page.goto(`${url}/debates/${id}/edit`);
  await page.evaluate(() => localStorage.setItem("resolved.draft.x.alan.tab", '{"v":1,"by":"alan"}'));
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("resolved.draft.")));
  const byBrowser: string[] = [];
  page.on("dialog", (question) => {
    byBrowser.push(question.type());
    return question.accept();
  });
  const signOut = async () => {
    await page.getByRole("button", { name: /^Account of/u }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
  };
  const question = page.getByRole("alertdialog", { name: "Sign out and lose unsaved changes?" });
  const stay = question.getByRole("button", { name: "Stay signed in" });

  await resolution(page).fill("Signed Out Here, changed");
  await signOut();
  await expect(question).toContainText("Unsaved changes to one text on this device will be deleted.");
  await expect(stay).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  expect(await kept()).toHaveLength(2);
  await resolution(page).fill("Signed Out Here, changed again");
  await page.reload();
  await expect(resolution(page)).toHaveValue("Signed Out Here, changed again");
  expect(byBrowser).toEqual(["beforeunload"]);

  // Also where the browser can't store them.
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
    for (const key of Object.keys(localStorage)) if (!key.includes("alan")) localStorage.removeItem(key);
  });
  await signOut();
  await expect(question).toContainText("Unsaved changes to one text");
  await stay.click();
  await page.reload();
  expect(byBrowser).toHaveLength(2);
  await expect(resolution(page)).toHaveValue("Signed Out Here");
  await resolution(page).fill("Signed Out Here, changed once more");

  const other = await context.newPage();
  await other.goto(page.url());
  await resolution(other).fill("Signed Out Here, changed in another tab");
  // One of each tab, and the colleague's.
  await expect.poll(kept).toHaveLength(3);
  await signOut();
  await question.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await other.waitForURL("**/sign-in");
  expect(await kept()).toEqual(["resolved.draft.x.alan.tab"]);
  expect(byBrowser).toHaveLength(2);
});
