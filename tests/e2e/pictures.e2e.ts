import { expect } from "playwright/test";
import { checkByAxe, openFaces, toCookies } from "#tests/e2e/support/faces.ts";
import { openWhole } from "#tests/e2e/support/large-text.ts";
import { joinByPhone, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { png } from "#tests/support/pictures.ts";
import { keyIn, postJson } from "#tests/support/requests.ts";

test("[D47] a chart is chosen and described in the editor, and stands on paper, on phones and, where the host puts it, on the projector", async ({
  browser,
  page,
}) => {
  const program = sharedProgram();
  const { url, cookie } = program;
  await page.context().addCookies(toCookies(cookie, url));
  await openWhole(page, `${url}/debates/zoos`);
  await page.getByRole("button", { name: "Make a copy to edit" }).click();
  await page.waitForURL("**/edit");
  const chart = { name: "chart.png", mimeType: "image/png", buffer: Buffer.from(png(2_000, 1_200)) };
  await page
    .getByLabel("Choose a picture")
    .first()
    .setInputFiles({ ...chart, buffer: Buffer.from("no picture") });
  await expect(page.getByText("This is no PNG, JPEG or WebP picture.")).toBeVisible();
  await page.getByLabel("Choose a picture").first().setInputFiles(chart);
  const alt = page.getByLabel("What the picture shows");
  await alt.waitFor();
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(alt).toHaveAttribute("aria-invalid", "true");
  await alt.fill("A chart: half of all zoos breed rare animals.");
  await checkByAxe(page, "a picture in the editor");
  await page.getByRole("button", { name: "Save" }).first().click();
  await page.waitForURL((address) => !address.pathname.endsWith("/edit"));
  const shown = page.getByRole("img", { name: "A chart: half of all zoos breed rare animals." });
  await expect(shown).toBeVisible();
  // It was scaled down.
  await expect(shown).toHaveAttribute("width", "1600");

  const id = new URL(page.url()).pathname.split("/").at(-1);
  const opened = await (await postJson(`${url}/api/sessions`, { debateId: id, settings: {} }, cookie)).json();
  const { code } = opened;
  const remote = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const phone = await joinByPhone(url, code, await browser.newContext({ ...PHONE, reducedMotion: "reduce" }));
  const session = { cookie, code, key: keyIn(opened.urls.screen) };
  const { host, wall } = await openFaces(browser, program, session, ["host", "wall"]);
  await moveTo(remote, "reading");
  const onPhone = phone.getByRole("img", { name: /A chart: half/u });
  await expect(onPhone).toBeVisible();
  expect(
    await onPhone.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBe(1_600);
  await checkByAxe(phone, "a picture on a phone");
  await expect(wall.getByRole("img", { name: /A chart: half/u })).toHaveCount(0);
  await host.getByRole("button", { name: "Picture on the projector" }).click();
  await expect(wall.getByRole("img", { name: /A chart: half/u })).toBeVisible();
  await checkByAxe(wall, "a picture on the projector");
  const paper = await page.context().newPage();
  for (const address of [`/debates/${id}`, `/debates/${id}/kit/print?what=handout`]) {
    await paper.goto(`${url}${address}`);
    await paper.emulateMedia({ media: "print" });
    await expect(paper.getByRole("img", { name: /A chart: half/u })).toBeVisible();
  }
});
