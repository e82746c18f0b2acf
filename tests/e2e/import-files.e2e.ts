import { expect, type Page } from "playwright/test";
import { readNewsletter } from "#debate/content/newsletter.ts";
import { signIn } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { docxOf, htmlOf, pdfOf } from "#tests/support/documents.ts";
import { OWN, SEED } from "#tests/support/newsletter.ts";
import { uncertainColumns } from "#tests/support/two-columns.ts";

/** Two columns, justified and hyphenated, with a line above and a page number below each page. */
const PRINTED = `nav, footer { display: none } h1 { column-span: all }
  body { column-count: 2; column-gap: 8mm; font: 10pt/1.35 serif; text-align: justify; hyphens: auto }`;
const RUNNING = {
  displayHeaderFooter: true,
  headerTemplate: '<div style="width: 100%; text-align: center; font-size: 8px">Printed for a class</div>',
  footerTemplate:
    '<div style="width: 100%; text-align: center; font-size: 8px"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
  margin: { top: "2cm", bottom: "2cm", left: "2cm", right: "2cm" },
};

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/octet-stream", buffer });

// [U9] Of one instructor's files one is read and one waits: a third at the same moment is refused.
test.describe.configure({ mode: "default" });

test("[U12] from the dashboard with a Word document in hand to a session's QR code in 8 clicks and 3 minutes", async ({
  page,
}) => {
  const { url } = sharedProgram();
  const start = performance.now();
  let clicks = 0;
  const click = async (role: "link" | "button" | "checkbox", name: string | RegExp) => {
    clicks += 1;
    await page.getByRole(role, { name }).first().click();
  };
  await signIn(page, url);
  await page.goto(`${url}/dashboard`);
  await click("link", "Import a debate");
  const chooser = page.waitForEvent("filechooser");
  await click("button", "Choose a file");
  clicks += 1; // the file, in the system's own window
  const file = { name: "harbor.docx", mimeType: "application/octet-stream", buffer: docxOf(OWN) };
  await (await chooser).setFiles(file);
  await expect(page.getByRole("heading", { name: "What we found" })).toBeVisible();
  await expect(page.getByText("The file is kept with the debate")).toBeVisible();
  await click("checkbox", /argues for the resolution/u);
  await click("button", "Save debate");
  await page.waitForURL(/\/debates\/[0-9a-f-]{36}$/u);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the original file: harbor.docx" }).click();
  expect((await download).suggestedFilename()).toBe("harbor.docx");
  await click("button", "Open a session");
  await click("button", "Open session");
  await page.waitForURL(/\/host\/[0-9A-Z]{6}$/u);
  await expect(page.getByRole("img", { name: /QR/u }).first()).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(8);
  expect(performance.now() - start).toBeLessThan(180_000);
});

test("[U16] an instructor moves a column that is on the wrong side with one press, and takes it back", async ({
  page,
}) => {
  const { url } = sharedProgram();
  await signIn(page, url);
  await page.goto(`${url}/debates/import`);
  await choose(page, "columns.pdf", pdfOf(uncertainColumns()));
  const asked = page.locator("li[data-remark]").filter({ hasText: "was put on the For side" });
  await expect(asked).toContainText("and the for2 is at its end here.");
  const counts = () => page.getByRole("heading", { name: /^\d+ paragraphs?$/u }).allTextContents();
  expect(await counts()).toEqual(["2 paragraphs", "2 paragraphs"]);
  await asked.getByRole("button", { name: "Move to Against" }).click();
  expect(await counts()).toEqual(["1 paragraph", "3 paragraphs"]);
  await expect(page.locator("textarea:focus")).toHaveValue(/^The words of the for2/u);
  await page.getByRole("button", { name: "Undo" }).first().click();
  expect(await counts()).toEqual(["2 paragraphs", "2 paragraphs"]);
});

test("[U2] a newsletter printed by a browser in two columns is the same debate; a scan is refused, and a file can be dropped", async ({
  page,
}) => {
  const { url } = sharedProgram();
  await signIn(page, url);
  for (const text of SEED ? [OWN, SEED] : [OWN]) {
    await page.goto("about:blank"); // whose rules allow a style
    await page.setContent(htmlOf(text, PRINTED));
    const printed = await page.pdf({ format: "A4", ...RUNNING });
    const response = await page.request.post(`${url}/api/debates/import`, {
      headers: { origin: url },
      multipart: { file: { name: "printed.pdf", mimeType: "application/pdf", buffer: printed } },
    });
    const { debate, warnings } = await response.json();
    const expected = readNewsletter(text);
    expect(debate).toEqual({ id: debate.id, ...(expected.ok && expected.draft) });
    expect(warnings.map(({ code }: { code: string }) => code)).toContain("columns-read");
  }

  await page.goto(`${url}/debates/import`);
  await choose(page, "scan.pdf", pdfOf([[]]));
  await expect(page.getByText("scan.pdf: There is no text in this PDF")).toBeVisible();
  const transfer = await page.evaluateHandle((html) => {
    const data = new DataTransfer();
    data.items.add(new File([html], "harbor.html"));
    return data;
  }, htmlOf(OWN));
  await page.getByRole("heading", { name: "The text" }).dispatchEvent("drop", { dataTransfer: transfer });
  await expect(page.getByRole("heading", { name: "What we found" })).toBeVisible();
  await expect(page.getByText("From harbor.html.")).toBeVisible();
});
