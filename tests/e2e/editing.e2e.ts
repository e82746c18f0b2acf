import { type Browser, expect, type Page, test } from "playwright/test";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { pressOn, toCookies } from "#tests/e2e/support/faces.ts";
import { SIZES } from "#tests/e2e/support/pictures.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import type { Program } from "#tests/support/program.ts";
import { signIn } from "#tests/support/requests.ts";

const { id: _, ...BUILT_IN } = BUILT_IN_DEBATE;

/** axe finds nothing on a page, in both sizes. */
async function picture(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    // Where the bar at the foot covers half a button depends on where the page was.
    await page.evaluate(() => window.scrollTo(0, 0));
    // Colors are the same in both sizes.
    const isBoth = size === "phone";
    expect(await findProblems(page, `editing/${name}-${size}`, isBoth), `${name}, ${size}`).toEqual([]);
  }
  await page.setViewportSize(SIZES.laptop);
}

/** An instructor's own debate, in as many tabs of one browser as are opened. */
async function shelf({ url }: Program, browser: Browser) {
  const cookie = await signIn(url);
  const ask = async (method: string, path: string, body: object | null) =>
    fetch(url + path, {
      method,
      headers: { "content-type": "application/json", cookie },
      body: body && JSON.stringify(body),
    });
  const created = await ask("POST", "/api/debates", { debate: BUILT_IN });
  const { id } = ((await created.json()) as { debate: { id: string } }).debate;
  const context = await browser.newContext({ viewport: SIZES.laptop });
  await context.addCookies(toCookies(cookie, url));
  return {
    id,
    async tab(): Promise<Page> {
      const page = await context.newPage();
      await page.goto(`${url}/debates/${id}/edit`);
      await expect(page.getByLabel("Resolution", { exact: true })).toBeVisible();
      return page;
    },
    saved: async (which = id) =>
      (
        (await (await ask("GET", `/api/debates/${which}`, null)).json()) as {
          debate: typeof BUILT_IN;
        }
      ).debate,
    remove: () => ask("DELETE", `/api/debates/${id}`, null),
  };
}
const resolution = (page: Page) => page.getByLabel("Resolution", { exact: true });
const paragraph = (page: Page, number: number) =>
  page.getByLabel(new RegExp(`^Paragraph ${number} of Shinji`, "u"));
const save = (page: Page) => page.getByRole("button", { name: "Save debate" }).click();
const part = (page: Page, name: string | RegExp) => page.getByRole("dialog").getByRole("group", { name });

test("[D11, D12] two tabs edit one debate: the second sees what differs, and nothing that was typed is lost @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const debate = await shelf(program, browser);
  const [first, second] = [await debate.tab(), await debate.tab()];
  await resolution(first).fill("From the First Tab");
  await paragraph(first, 2).fill("A paragraph of the first tab.");
  await resolution(second).fill("From the Second Tab");
  await paragraph(second, 5).fill("A paragraph of the second tab.");
  await save(first);
  await first.waitForURL(`**/debates/${debate.id}`);
  await expect(first.getByText("Debate saved")).toBeVisible();

  await save(second);
  const dialog = second.getByRole("dialog", { name: "This debate was saved elsewhere" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("group")).toHaveCount(3);
  await expect(part(second, "Resolution").getByText("Both versions changed this.")).toBeVisible();
  await expect(part(second, "Resolution").getByRole("radio", { name: "Your version" })).toBeChecked();
  await expect(part(second, /paragraph 2$/u).getByRole("radio", { name: "Saved version" })).toBeChecked();
  await expect(part(second, /paragraph 5$/u).getByRole("radio", { name: "Your version" })).toBeChecked();
  await picture(second, "conflict");
  expect((await debate.saved()).resolution).toBe("From the First Tab");

  // By keyboard alone: away, and back to the same choices.
  await second.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(resolution(second)).toHaveValue("From the Second Tab");
  // After a reload too: the draft still knows which version it started from.
  second.on("dialog", (question) => question.accept());
  await second.reload();
  await expect(second.getByText("This debate was saved elsewhere in the meantime")).toBeVisible();
  await expect(resolution(second)).toHaveValue("From the Second Tab");
  await picture(second, "restored");
  await save(second);
  await expect(dialog).toBeVisible();
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

  // The version that was not chosen can be opened in any tab until it is deleted.
  const third = await debate.tab();
  await expect(third.getByText(/^Your version from .* is kept on this device$/u)).toBeVisible();
  await picture(third, "aside");
  await third.getByRole("button", { name: "Compare" }).click();
  await expect(part(third, "Resolution").getByText("From the Second Tab")).toBeVisible();
  await part(third, "Resolution").getByRole("radio", { name: "Set aside" }).check();
  await third.getByRole("button", { name: "Use these choices" }).click();
  await expect(resolution(third)).toHaveValue("From the Second Tab");
  await save(third);
  await third.waitForURL(`**/debates/${debate.id}`);
  expect((await debate.saved()).resolution).toBe("From the Second Tab");
  const fourth = await debate.tab();
  await fourth.getByRole("button", { name: "Delete it" }).click();
  await fourth.reload();
  await expect(resolution(fourth)).toBeVisible();
  await expect(fourth.getByText("is kept on this device")).toBeHidden();
});

test("[D11, D12] my version can replace the saved one, which is set aside, and a third save in between is noticed too @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const debate = await shelf(program, browser);
  const [first, second, third] = [await debate.tab(), await debate.tab(), await debate.tab()];
  for (const [page, words] of [
    [first, "One"],
    [second, "Two"],
    [third, "Three"],
  ] as const) {
    await resolution(page).fill(words);
  }
  await save(first);
  await first.waitForURL(`**/debates/${debate.id}`);
  await save(second);
  await expect(part(second, "Resolution").getByText("One", { exact: true })).toBeVisible();
  await save(third);
  await third.getByRole("button", { name: "Keep all of mine" }).click();
  await third.getByRole("button", { name: "Save these choices" }).click();
  await third.waitForURL(`**/debates/${debate.id}`);

  await second.getByRole("button", { name: "Save these choices" }).click();
  await expect(part(second, "Resolution").getByText("Three", { exact: true })).toBeVisible();
  await second.getByRole("button", { name: "Use the saved version" }).click();
  await second.getByRole("button", { name: "Save these choices" }).click();
  await second.waitForURL(`**/debates/${debate.id}`);
  expect((await debate.saved()).resolution).toBe("Three");
  const last = await debate.tab();
  const asides = last.getByText(/is kept on this device$/u);
  await expect(asides).toHaveCount(3);
});

test("[D12] a debate that was deleted meanwhile is saved as a new one, also after a reload @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const debate = await shelf(program, browser);
  const page = await debate.tab();
  page.on("dialog", (question) => question.accept());
  await resolution(page).fill("Typed Before It Was Gone");
  expect((await debate.remove()).status).toBe(204);
  await save(page);
  const dialog = page.getByRole("dialog", { name: "This debate was deleted" });
  await expect(dialog).toBeVisible();
  await picture(page, "deleted");
  await dialog.getByRole("button", { name: "Back to editing" }).click();

  await page.reload();
  await expect(page.getByText("This debate was deleted")).toBeVisible();
  await expect(resolution(page)).toHaveValue("Typed Before It Was Gone");
  await picture(page, "deleted-reload");
  await save(page);
  await dialog.getByRole("button", { name: "Save as a new debate" }).click();
  await page.waitForURL(
    (url) => /^\/debates\/[^/]+$/u.test(url.pathname) && !url.pathname.includes(debate.id),
  );
  const made = new URL(page.url()).pathname.split("/")[2] ?? "";
  expect((await debate.saved(made)).resolution).toBe("Typed Before It Was Gone");
  // Nothing of it is left where it was.
  await page.goto(`${program.url}/debates/${debate.id}/edit`);
  await expect(page.getByRole("heading", { name: /not found|no page/iu })).toBeVisible();
});

/** Pastes as from a program that offers HTML, or only text. */
async function pasteInto(
  page: Page,
  label: RegExp,
  clipboard: { html?: string; text: string },
): Promise<void> {
  await page.getByLabel(label).first().focus();
  await page.evaluate(({ html, text }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    if (html !== undefined) clipboardData.setData("text/html", html);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, clipboard);
}

test("[D21, D22, D23, D26, D27] a debate is written by hand, saved while it is written, and taught @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(toCookies(await signIn(program.url), program.url));
  const page = await context.newPage();
  await page.goto(`${program.url}/dashboard`);
  await page.getByRole("link", { name: "Write a debate" }).click();
  await page.waitForURL("**/debates/new");
  await expect(resolution(page)).toBeVisible();
  await picture(page, "by-hand-blank");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "The resolution is missing.", exact: true }).click();
  await expect(resolution(page)).toBeFocused();
  await resolution(page).fill("Schools Should Ban Homework");
  const html = `<p class="MsoNormal"><b>Evenings</b> belong to children.</p><p>A <a href="https://example.org/study">study</a> agrees.</p><p>So do parents.</p>`;
  await pasteInto(page, /^Paragraph 1 of The case for/u, { html, text: "Evenings belong …" });
  await expect(page.getByLabel("Paragraph 3 of The case for")).toHaveValue("So do parents.");
  await expect(page.getByLabel("Paragraph 1 of The case for")).toHaveValue(
    "**Evenings** belong to children.",
  );
  await page.keyboard.type(" Always.");
  await expect(page.getByText("3 paragraphs pasted.")).toBeAttached();
  await pasteInto(page, /^Paragraph 1 of The case against/u, { text: "Practice helps.\n\nIt always did." });
  await expect(page.getByRole("button", { name: /side has no position yet/u })).toHaveCount(0);

  // What is typed shows beside it, and is on the server seconds later, at an address of its own.
  await expect(
    page.getByRole("region", { name: "On a phone" }).getByText("So do parents. Always."),
  ).toBeVisible();
  await expect(page.getByText("Draft saved.")).toBeVisible();
  await page.waitForURL("**/debates/*/edit");
  await page.reload();
  await expect(page.getByLabel("Paragraph 3 of The case for")).toHaveValue("So do parents. Always.");
  await expect(page.getByText("Your unsaved changes are back")).toBeHidden();
  await picture(page, "by-hand");

  // Saved by another tab meanwhile, it is compared before anything is replaced.
  const other = await context.newPage();
  await other.goto(page.url());
  await resolution(other).fill("From Another Tab");
  await expect(other.getByText("Draft saved.")).toBeVisible();
  await resolution(page).fill("Schools Should Ban All Homework");
  const stopped = page.getByRole("status").getByRole("button", { name: /^Not saved: / });
  await expect(stopped).toHaveText("Not saved: changed elsewhere. Compare");
  // What is typed from then on stays on the device.
  await page.getByLabel("Paragraph 3 of The case for").fill("So do parents. Mostly.");
  await picture(page, "by-hand-stopped");
  await page.reload();
  await expect(page.getByLabel("Paragraph 3 of The case for")).toHaveValue("So do parents. Mostly.");
  await resolution(page).fill("Schools Should Ban All Homework Now");
  await stopped.click();
  await expect(part(page, "Resolution").getByText("From Another Tab")).toBeVisible();
  await page.getByRole("button", { name: "Keep all of mine" }).click();
  await page.getByRole("button", { name: "Save these choices" }).click();
  await expect(page.getByText("Draft saved.")).toBeVisible();
  // It was set aside, and can be brought back.
  await expect(page.getByText("From Another Tab")).toBeHidden();
  await expect(page.getByRole("button", { name: "Compare", exact: true })).toBeVisible();
  await other.close();

  // Deleted meanwhile, it is saved as a new one, at a new address.
  const before = page.url();
  const deleted = await context.request.delete(
    `${program.url}/api${new URL(before).pathname.replace("/edit", "")}`,
    {
      headers: { origin: program.url },
    },
  );
  expect(deleted.status()).toBe(204);
  await resolution(page).fill("Schools Should Ban Some Homework");
  await expect(stopped).toHaveText("Not saved: deleted elsewhere. Choose what to do");
  await stopped.click();
  await page.getByRole("button", { name: "Save as a new debate" }).click();
  await page.waitForURL((url) => url.href !== before && url.pathname.endsWith("/edit"));
  await page.reload();
  await expect(resolution(page)).toHaveValue("Schools Should Ban Some Homework");
  await expect(page.getByLabel("Paragraph 3 of The case for")).toHaveValue("So do parents. Mostly.");

  await page.getByRole("button", { name: "Finish debate" }).click();
  await page.waitForURL((url) => /^\/debates\/[^/]+$/u.test(url.pathname));
  await expect(page.getByText("Debate saved")).toBeVisible();
  await expect(page.getByRole("link", { name: "study" })).toHaveAttribute("rel", /noreferrer/u);
  await page
    .getByRole("button", { name: /^Open a session/u })
    .first()
    .click();
  await expect(page.getByRole("link", { name: /^No source is listed/u })).toBeVisible();
  await page.getByRole("button", { name: "Open session" }).last().click();
  await page.waitForURL("**/host/*");
});
