import { readFile } from "node:fs/promises";
import { type Browser, expect, test } from "playwright/test";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { toCookies } from "#tests/e2e/support/faces.ts";
import { SIZES } from "#tests/e2e/support/pictures.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { DRAFT } from "#tests/support/colleagues.ts";
import { colleague, postJson, signIn } from "#tests/support/requests.ts";

/** Where the history gets one version. */
const VERSION = /\/versions\/[^/]+$/u;

async function pageOf(browser: Browser, url: string, cookie: string) {
  const context = await browser.newContext({ viewport: SIZES.phone, reducedMotion: "reduce" });
  await context.addCookies(toCookies(cookie, url));
  return context.newPage();
}

test("[D29][D31][D33][D34][F1][I19] a debate goes to a file and back, is edited with a colleague and restored, and opens by a template @long", async ({
  browser,
}) => {
  const { url } = await sharedProgram();
  const cookie = await signIn(url);
  const alan = await colleague(url, cookie);
  const draft = { ...DRAFT, resolution: "Beaches Are for Ships", tags: ["sea"] };
  const created = await postJson(`${url}/api/debates`, { debate: draft }, cookie);
  const { id } = ((await created.json()) as { debate: { id: string } }).debate;
  const grace = await pageOf(browser, url, cookie);
  const look = async (name: string) =>
    expect(await findProblems(grace, `exchange/${name}`), name).toEqual([]);

  await grace.goto(`${url}/debates/${id}`);
  await grace.getByRole("button", { name: "Export" }).click();
  const downloading = grace.waitForEvent("download");
  await grace.getByRole("menuitem", { name: /^Debate \(Markdown\)/u }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Beaches-Are-for-Ships.md");
  const file = await readFile(await download.path(), "utf8");

  await grace.goto(`${url}/debates/import`);
  await grace.locator("input[type=file]").setInputFiles({
    name: download.suggestedFilename(),
    mimeType: "text/markdown",
    buffer: Buffer.from(file),
  });
  await expect(grace.getByRole("heading", { name: "A debate from Resolved" })).toBeVisible();
  await look("import");
  await grace.getByRole("button", { name: "Import debate" }).click();
  await grace.waitForURL(new RegExp(`/debates/(?!${id}|import)`, "u"));
  await expect(grace.getByRole("heading", { name: /Beaches Are for Ships/u }).first()).toBeVisible();

  await grace.goto(`${url}/debates/${id}`);
  await grace.getByRole("button", { name: "Share", exact: true }).click();
  const sharing = grace.getByRole("dialog", { name: "Share with colleagues" });
  // [F1] By keyboard, each choice is saved and has the focus still.
  await sharing.getByRole("radio").first().focus();
  for (const [key, at] of [
    ["ArrowDown", 1],
    ["ArrowUp", 0],
  ] as const) {
    await grace.keyboard.press(key);
    await expect(sharing.getByRole("radio").nth(at)).toBeChecked();
    await expect(sharing.getByRole("radio").nth(at)).toBeFocused();
  }
  await sharing.getByLabel("A colleague’s email address").fill(alan.email);
  await sharing.getByLabel("What they can do").selectOption("edit");
  await sharing.getByRole("button", { name: "Share", exact: true }).click();
  await expect(sharing.getByRole("listitem").filter({ hasText: alan.email })).toBeVisible();
  await look("share");

  const his = await pageOf(browser, url, alan.cookie);
  const only = await postJson(
    `${url}/api/debates`,
    { debate: { ...DRAFT, resolution: "To Read Only" } },
    cookie,
  );
  const { id: read } = ((await only.json()) as { debate: { id: string } }).debate;
  await fetch(`${url}/api/debates/${read}/sharing`, {
    method: "PUT",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ email: alan.email, right: "read" }),
  });
  await his.goto(`${url}/debates/${read}/kit`);
  await expect(his.getByText("This kit is Grace’s")).toBeVisible();
  await expect(his.getByRole("button", { name: "Make a copy to edit" })).toBeHidden();
  await his.goto(`${url}/debates/${id}`);
  await expect(
    his.getByText("Grace shares this debate with you: you can use, copy and edit it."),
  ).toBeVisible();
  await expect(his.getByRole("button", { name: "Share", exact: true })).toBeHidden();
  await his.getByRole("link", { name: "Edit" }).click();
  await his.getByLabel("Resolution", { exact: true }).fill("Beaches Are for Fish");
  await his.getByRole("button", { name: "Save debate" }).click();
  await his.waitForURL(`**/debates/${id}`);

  await grace.goto(`${url}/debates/${id}`);
  await grace.getByRole("button", { name: "History" }).click();
  const history = grace.getByRole("dialog", { name: "History" });
  await expect(history.getByText("Saved by Alan")).toBeVisible();
  const compare = history.getByRole("button", { name: /^Compare/u });
  // An answer that comes after the dialog was opened again is not about it.
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await grace.route(VERSION, (route) => released.then(() => route.continue()), { times: 1 });
  const late = grace.waitForResponse(VERSION);
  await compare.click();
  await grace.keyboard.press("Escape");
  await grace.getByRole("button", { name: "History" }).click();
  await expect(compare).toBeVisible();
  release();
  await (await late).finished();
  await grace.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await expect(compare).toBeVisible();
  await compare.click();
  await expect(history.getByText("Beaches Are for Ships")).toBeVisible();
  await look("history");
  await history.getByRole("button", { name: "Restore this version" }).click();
  await expect(grace.getByRole("heading", { name: /Beaches Are for Ships/u }).first()).toBeVisible();

  const open = grace.getByRole("button", { name: /^Open a session/u });
  await open.click();
  await grace.getByRole("button", { name: "Save as template" }).click();
  await grace.getByLabel("Name of the template").fill("One period");
  await grace.getByRole("button", { name: "Save", exact: true }).click();
  await expect(grace.getByLabel("Template", { exact: true }).locator("option:checked")).toHaveText(
    "One period",
  );
  await look("template");
  await grace.reload();
  await open.click();
  await expect(grace.getByLabel("Template", { exact: true }).locator("option:checked")).toHaveText(
    "One period",
  );
});
