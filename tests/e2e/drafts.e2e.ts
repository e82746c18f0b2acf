import { type Browser, expect, type Page, type Route } from "playwright/test";
import { pressOn, toCookies } from "#tests/e2e/support/faces.ts";
import { createGate } from "#tests/e2e/support/gate.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { colleague } from "#tests/support/requests.ts";

const { id: _, ...BUILT_IN } = BUILT_IN_DEBATE;

const resolution = (page: Page) => page.getByLabel("Resolution", { exact: true });
const paragraph = (page: Page, number: number) =>
  page.getByLabel(new RegExp(`^Paragraph ${number} of Shinji`, "u"));
const save = (page: Page) => page.getByRole("button", { name: "Save debate" }).first().click();

/** An instructor with an account of their own, who begins to write a debate. */
async function writer(browser: Browser) {
  const { url, cookie: grace } = sharedProgram();
  const { cookie } = await colleague(url, grace);
  const context = await browser.newContext();
  await context.addCookies(toCookies(cookie, url));
  const page = await context.newPage();
  page.on("dialog", (question) => question.accept());
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

/** A finished debate of the instructor's, opened in as many tabs as are asked for. */
async function finished(browser: Browser) {
  const { url, context, page } = await writer(browser);
  const headers = { origin: url };
  const made = await context.request.post(`${url}/api/debates`, { headers, data: { debate: BUILT_IN } });
  const { id } = (await made.json()).debate as { id: string };
  const at = `${url}/api/debates/${id}`;
  const edit = async (tab: Page): Promise<Page> => {
    await tab.goto(`${url}/debates/${id}/edit`);
    await expect(resolution(tab)).toBeVisible();
    return tab;
  };
  return {
    ...{ url, id, context },
    first: () => edit(page),
    tab: async () => edit(await context.newPage()),
    saved: async () => (await (await context.request.get(at)).json()).debate as typeof BUILT_IN,
    remove: () => context.request.delete(at, { headers }),
  };
}

/** Holds the next automatic save back once the server has stored it; `answer` lets its answer through. */
async function holdSave(page: Page, method: "POST" | "PUT") {
  const [stored, answer] = [createGate(), createGate()];
  let isFirst = true;
  await page.route(
    (at) => /^\/api\/debates(\/[^/]+)?$/u.test(at.pathname),
    async (route: Route) => {
      if (route.request().method() !== method || !isFirst) return route.fallback();
      isFirst = false;
      const response = await route.fetch();
      stored.open();
      await answer.opened;
      await route.fulfill({ response }).catch(() => undefined);
    },
  );
  return { stored: stored.opened, answer: answer.open };
}

async function asDraft(page: Page, words: string): Promise<void> {
  await resolution(page).fill(words);
  await expect(page.getByText("Draft saved.")).toBeVisible();
  await page.waitForURL("**/debates/*/edit");
}

async function writeBothSides(page: Page): Promise<void> {
  for (const side of ["for", "against"])
    await page.getByLabel(`Paragraph 1 of The case ${side}`).fill("A text.");
}

test("[D12, D22] what an instructor types while a draft is saved, right before leaving its page, is not lost, and Back shows it", async ({
  browser,
}) => {
  const { page, stored } = await writer(browser);
  await asDraft(page, "Left A");
  const saving = await holdSave(page, "PUT");
  await resolution(page).fill("Left AB");
  await saving.stored;
  await resolution(page).fill("Left ABC");
  await page.getByRole("link", { name: "Debates", exact: true }).first().click();
  await page.waitForURL("**/dashboard*");
  saving.answer();
  await expect.poll(() => stored("Left")).toEqual(["Left ABC"]);
  await page.goBack();
  await page.waitForURL("**/edit");
  await expect(resolution(page)).toHaveValue("Left ABC");
});

test("[D11, D22, D27] Finish while a new draft is first saved makes one debate, which is seen beside it", async ({
  browser,
}) => {
  const { page, stored } = await writer(browser);
  const saving = await holdSave(page, "POST");
  await resolution(page).fill("Once A");
  await writeBothSides(page);
  await expect(page.getByRole("region", { name: "On a phone" }).getByText("A text.")).toBeVisible();
  await saving.stored;
  await page.getByRole("button", { name: "Finish debate" }).click();
  saving.answer();
  await page.waitForURL((url) => /^\/debates\/(?!new)[^/]+$/u.test(url.pathname));
  expect(await stored("Once")).toEqual(["Once A"]);
});

test("[D12] what an instructor types while a debate is saved stays on the page, also after a reload, and is saved after it", async ({
  browser,
}) => {
  const { page, stored } = await writer(browser);
  await asDraft(page, "Typed A");
  await writeBothSides(page);
  await expect(page.getByText("Draft saved.")).toBeVisible();
  const saving = await holdSave(page, "PUT");
  await page.getByRole("button", { name: "Finish debate" }).click();
  await saving.stored;
  await resolution(page).fill("Typed AB");
  saving.answer();
  await expect(page.getByText("What you typed since then isn’t saved yet.")).toBeVisible();
  expect(await stored("Typed")).toEqual(["Typed A"]);
  await page.reload();
  await expect(resolution(page)).toHaveValue("Typed AB");
  await save(page);
  await page.waitForURL((url) => /^\/debates\/[^/]+$/u.test(url.pathname));
  expect(await stored("Typed")).toEqual(["Typed AB"]);
});

test("[D11, D12] two tabs edit one debate: the second sees what differs, chooses by keyboard, and nothing that was typed is lost", async ({
  browser,
}) => {
  const debate = await finished(browser);
  const [first, second] = [await debate.first(), await debate.tab()];
  const part = (page: Page, name: string | RegExp) => page.getByRole("dialog").getByRole("group", { name });
  await resolution(first).fill("From the First Tab");
  await paragraph(first, 2).fill("A paragraph of the first tab.");
  await resolution(second).fill("From the Second Tab");
  await paragraph(second, 5).fill("A paragraph of the second tab.");
  await save(first);
  await first.waitForURL(`**/debates/${debate.id}`);

  await save(second);
  const dialog = second.getByRole("dialog", { name: "This debate was saved elsewhere" });
  await expect(dialog.getByRole("group")).toHaveCount(3);
  await expect(part(second, "Resolution").getByText("Both versions changed this.")).toBeVisible();
  await expect(part(second, /paragraph 2$/u).getByRole("radio", { name: "Saved version" })).toBeChecked();
  await expect(part(second, /paragraph 5$/u).getByRole("radio", { name: "Your version" })).toBeChecked();
  expect((await debate.saved()).resolution).toBe("From the First Tab");
  await second.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  // After a reload, too, the draft knows which version it started from.
  second.on("dialog", (question) => question.accept());
  await second.reload();
  await expect(second.getByText("This debate was saved elsewhere in the meantime")).toBeVisible();
  await expect(resolution(second)).toHaveValue("From the Second Tab");
  await save(second);
  await part(second, "Resolution").getByRole("radio", { name: "Your version" }).focus();
  await second.keyboard.press("ArrowRight");
  await expect(part(second, "Resolution").getByRole("radio", { name: "Saved version" })).toBeChecked();
  await pressOn(dialog.getByRole("button", { name: "Save these choices" }), "Enter");
  await second.waitForURL(`**/debates/${debate.id}`);
  const { resolution: settled, positions } = await debate.saved();
  const texts = positions[0].paragraphs.map(({ text }) => text);
  expect([settled, texts[1], texts[4]]).toEqual([
    "From the First Tab",
    "A paragraph of the first tab.",
    "A paragraph of the second tab.",
  ]);

  // The version that was not chosen can be taken back in any tab.
  const third = await debate.tab();
  await expect(third.getByText(/^Your version from .* is kept on this device$/u)).toBeVisible();
  await third.getByRole("button", { name: "Compare" }).click();
  await part(third, "Resolution").getByRole("radio", { name: "Set aside" }).check();
  await third.getByRole("button", { name: "Use these choices" }).click();
  await expect(resolution(third)).toHaveValue("From the Second Tab");
});

test("[D12] a debate that was deleted meanwhile is saved as a new one, also after a reload", async ({
  browser,
}) => {
  const debate = await finished(browser);
  const page = await debate.first();
  await resolution(page).fill("Typed Before It Was Gone");
  expect((await debate.remove()).status()).toBe(204);
  await save(page);
  const dialog = page.getByRole("dialog", { name: "This debate was deleted" });
  await dialog.getByRole("button", { name: "Back to editing" }).click();
  await page.reload();
  await expect(page.getByText("This debate was deleted")).toBeVisible();
  await expect(resolution(page)).toHaveValue("Typed Before It Was Gone");
  await save(page);
  await dialog.getByRole("button", { name: "Save as a new debate" }).click();
  await page.waitForURL((url) => /^\/debates\/[^/]+$/u.test(url.pathname) && !url.href.includes(debate.id));
  await expect(page.getByRole("heading", { name: "Typed Before It Was Gone" }).first()).toBeVisible();
});

test("[D12] signing out asks before it deletes unsaved changes: Stay keeps them, and Sign out does so in every tab", async ({
  browser,
}) => {
  const debate = await finished(browser);
  const [page, other] = [await debate.first(), await debate.tab()];
  await page.evaluate(() => localStorage.setItem("resolved.draft.x.ben.tab", '{"v":1,"by":"ben"}'));
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("resolved.draft.")));
  const signOut = async () => {
    await page.getByRole("button", { name: /^Account of/u }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
  };
  const question = page.getByRole("alertdialog", { name: "Sign out and lose unsaved changes?" });
  await resolution(page).fill("Signed Out Here, changed");
  await signOut();
  await expect(question).toContainText("Unsaved changes to one text on this device will be deleted.");
  await expect(question.getByRole("button", { name: "Stay signed in" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  expect(await kept()).toHaveLength(2);

  await resolution(other).fill("Signed Out Here, changed in another tab");
  // One of each tab, and the other instructor's.
  await expect.poll(kept).toHaveLength(3);
  await signOut();
  await question.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await other.waitForURL("**/sign-in");
  expect(await kept()).toEqual(["resolved.draft.x.ben.tab"]);
});
