import { expect } from "playwright/test";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { toCookies } from "#tests/e2e/support/faces.ts";
import { enlarge, tooWide } from "#tests/e2e/support/large-text.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { postJson } from "#tests/support/requests.ts";

const LATE = "Zoë Late";
const NAMES = Array.from({ length: 32 }, (_, place) => `Student ${String(place + 1).padStart(2, "0")}`);

test("[Q3] [Q17] [Q6] [Q9] [Q10] a class of 32 is pasted, looked at and stored, a session opened for it, a missing student seen, a name corrected and a late student added", async ({
  browser,
}) => {
  const { url, cookie } = sharedProgram();
  const context = await browser.newContext();
  await context.addCookies(toCookies(cookie, url));
  const page = await context.newPage();
  await page.goto(`${url}/classes`);
  await whenInteractive(page);
  await page.getByLabel("Name of the class").fill("Philosophy 3B");
  await page.getByRole("button", { name: "Create class" }).click();
  await page.getByRole("heading", { name: "Philosophy 3B" }).waitFor();

  await test.step("[Q3] nothing is stored before the list is confirmed, and what was typed survives a reload", async () => {
    const list = page.getByLabel("List of students");
    await list.fill([...NAMES, "=1+1", NAMES[0]].join("\n"));
    await page.getByRole("button", { name: "Check the list" }).click();
    await expect(page.getByRole("heading", { name: "32 students found" })).toBeFocused();
    await expect(page.getByRole("list", { name: "2 lines need a look" })).toContainText("formula");
    await page.reload();
    await expect(page.getByText("No students yet", { exact: true })).toBeVisible();
    await expect(list).toHaveValue(/^Student 01\n/u);
    expect(await findProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Check the list" }).click();
    await page.getByRole("button", { name: "Add 32 students" }).click();
    await expect(page.getByText("32 students were added")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Students", exact: true })).toBeFocused();
  });

  await test.step("[Q16] a name is corrected in place, which can be undone", async () => {
    await page.getByRole("button", { name: "Correct ⁨Student 01⁩" }).click();
    await page.getByLabel("Name", { exact: true }).first().fill("Ada Lovelace");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Correct ⁨Ada Lovelace⁩" })).toBeFocused();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("link", { name: "Student 01" })).toBeVisible();
    expect(await findProblems(page)).toEqual([]);
  });

  await test.step("[Q6] an anonymous session can't be for a class, and the form says why", async () => {
    await page.getByRole("button", { name: /^Open a session/u }).click();
    const form = page.getByRole("dialog");
    await form.getByText("More settings").click();
    await form.getByRole("radio", { name: /^Anonymous/u }).click();
    await form.getByRole("button", { name: "Open session" }).click();
    await expect(form.getByText(/An anonymous session can’t be for a class/u)).toBeInViewport();
    await form.getByRole("radio", { name: /^Named/u }).click();
    await form.getByRole("button", { name: "Open session" }).click();
    await page.waitForURL("**/host/*");
  });

  const code = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const lobby = page.getByRole("region", { name: "32 of 32 missing" });
  await test.step("[Q9] a student's code is shown on a press, and who has joined is no longer missing", async () => {
    await lobby.getByRole("button", { name: "Show code of ⁨Student 02⁩" }).click();
    const shown = lobby.getByRole("status", { name: "Code of ⁨Student 02⁩" });
    const pass = (await shown.textContent())?.replace(" ", "");
    expect(await findProblems(page)).toEqual([]);
    expect((await postJson(`${url}/api/sessions/${code}/join`, { pass })).status).toBe(201);
    await expect(page.getByRole("region", { name: "31 of 32 missing" })).toBeVisible();
  });

  await test.step("[Q10] the host corrects a name", async () => {
    await page.getByRole("button", { name: "Student 02 correct the name" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Grace Hopper");
    await page.getByRole("button", { name: "Save name" }).click();
    await expect(page.getByRole("button", { name: "Grace Hopper correct the name" })).toBeVisible();
  });

  await test.step("[Q9] a late student gets a code", async () => {
    await page.getByRole("button", { name: "Add a student" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill(LATE);
    await dialog.getByRole("button", { name: "Add student" }).click();
    await expect(dialog.getByText(`⁨${LATE}⁩ can join with this code:`)).toBeVisible();
    await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
    await expect(page.getByRole("region", { name: "32 of 33 missing" })).toBeVisible();
  });

  await test.step("[F28] at 320 px with text of twice its size nothing scrolls sideways", async () => {
    await page.goto(`${url}/classes`);
    await page.setViewportSize({ width: 320, height: 568 });
    await page
      .getByRole("link", { name: /^Philosophy 3B/u })
      .first()
      .click();
    await expect(page.getByRole("link", { name: LATE })).toBeAttached();
    await enlarge(page);
    await expect.poll(() => tooWide(page)).toBe("");
  });
});
