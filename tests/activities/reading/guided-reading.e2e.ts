import { expect, test } from "playwright/test";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { pressOn, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { postJson, signIn } from "#tests/support/requests.ts";

test("[X9-X16, F1, F8, F10] a class is led through both sides, marks and asks, and writes with a starter @long", async ({
  browser,
}) => {
  const { url } = await sharedProgram();
  const cookie = await signIn(url);
  const settings = { activities: { reading: {}, starters: {} } };
  const opened = await postJson(`${url}/api/sessions`, { debateId: "japan-russia-card", settings }, cookie);
  const { code } = (await opened.json()) as { code: string };
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  await context.addCookies(toCookies(cookie, url));
  const host = await context.newPage();
  await host.goto(`${url}/host/${code}`);
  const phone = await joinByPhone(url, code, await browser.newContext({ ...PHONE, reducedMotion: "reduce" }));
  const remote = await connectClient(url, { auth: { code, as: "host" }, cookie });
  await moveTo(remote, "reading");

  // [X9] The same side after a reload, and then the other.
  const shown = phone.getByRole("tab", { selected: true });
  await expect(phone.getByText(/^Begin with/u)).toBeVisible();
  const first = (await shown.textContent()) ?? "";
  await phone.reload();
  await expect(shown).toHaveText(first);
  // [X11] By thumb.
  const sentence = phone.locator("[data-sentence]:visible").nth(1);
  const words = ((await sentence.textContent()) ?? "").trim();
  await sentence.click();
  const bar = phone.getByRole("region", { name: "Selection" });
  await bar.getByRole("button", { name: "Add a note" }).click();
  await phone.getByLabel("Note", { exact: true }).fill("Says who?");
  expect(await findProblems(phone, "guide/note")).toEqual([]);
  await phone.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  // [X10]
  await bar.getByRole("button", { name: "I don’t understand this" }).click();
  await expect(host.getByText("1 student", { exact: true })).toBeVisible();
  expect(await findProblems(phone, "guide/bar")).toEqual([]);
  await bar.getByRole("button", { name: "Clear selection" }).click();
  // By keyboard: the paragraph's number leads to the bar, and Escape back.
  const number = phone
    .getByRole("button", { name: /^Pick a sentence in paragraph 1/u })
    .locator("visible=true");
  await pressOn(number, "Enter");
  await expect(bar.getByRole("button", { name: "Mark" })).toBeVisible();
  await phone.keyboard.press("Escape");
  await expect(bar).toBeHidden();

  await phone.getByRole("button", { name: /^Now read the other side/u }).click();
  await expect(shown).not.toHaveText(first);
  await expect(shown).toBeFocused();
  const both = phone.getByRole("button", { name: "I have read both" });
  await both.click();
  await expect(both).toHaveAttribute("aria-pressed", "true");
  await expect(host.getByText("1 of 1 have read both")).toBeVisible();
  expect(await findProblems(phone, "guide/both")).toEqual([]);
  expect(await findProblems(host, "guide/host")).toEqual([]);

  await moveTo(remote, "rebuttal");
  await phone.getByRole("button", { name: "Write a rebuttal" }).click();
  const composer = phone.getByRole("dialog", { name: "Your rebuttal" });
  // [F1] All of the field, below what offers a beginning.
  await expect(composer.getByLabel("Your argument")).toBeInViewport({ ratio: 1 });
  await composer.getByText("Quote the sentence you marked").click();
  await composer.getByRole("button", { name: words.slice(0, 30) }).click();
  await composer.getByRole("button", { name: "Agree in part, then answer" }).click();
  const body = composer.getByLabel("Your argument");
  await expect(body).toHaveValue(/^I understand that …/u);
  await expect(body).toBeFocused();
  await phone.keyboard.type("maps matter");
  await expect(body).toHaveValue(/^I understand that maps matter, and/u);
  await expect(composer.getByText("Replace each … with your own words.")).toBeVisible();
  await composer.getByText("Source and checklist").click();
  await composer.getByLabel("I give a reason").check();
  await composer.getByRole("radio", { name: "For" }).check();
  expect(await findProblems(phone, "guide/composer")).toEqual([]);
  await phone.reload();
  await expect(composer.getByLabel("I give a reason")).toBeChecked();
  await test.step("[X17] with a … left the phone asks once, at the field, and one press sends it anyway", async () => {
    await composer.getByRole("button", { name: "Send", exact: true }).click();
    await expect(
      composer.getByText("Replace each … with your own words, or send it anyway."),
    ).toBeInViewport();
    await expect(body).toBeFocused();
    await expect(async () => {
      await composer.getByRole("button", { name: "Send anyway" }).click({ timeout: 500 });
      await expect(composer).toBeHidden({ timeout: 500 });
    }).toPass();
  });
  for (const page of [phone, host])
    await expect(page.getByRole("listitem").filter({ hasText: "maps matter" })).toBeVisible();

  // [X11] Only the download made here has the note.
  const download = phone.waitForEvent("download");
  await phone.getByRole("button", { name: "Settings and your data" }).click();
  await phone.getByRole("link", { name: "Download my data" }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const file = JSON.parse(Buffer.concat(chunks).toString());
  expect(file.onThisDevice.marks).toEqual([expect.objectContaining({ note: "Says who?" })]);
  expect(file.seat.readBoth).toBe(true);

  await phone.keyboard.press("Escape");
  const write = phone.getByRole("button", { name: "Write a rebuttal" });
  await write.click();
  await body.fill("One more.");
  await composer.getByRole("radio", { name: "For" }).check();
  await composer.getByRole("button", { name: "Send" }).click();
  // [F10] A dialog cuts no notice off.
  await phone.setViewportSize({ width: 320, height: 568 });
  await write.click();
  await composer.waitFor();
  await phone.locator("[data-toasts] button").first().click({ trial: true });
  // [F8] Why a writer who is further down can't send any more is in sight.
  await body.fill("And another.");
  await moveTo(remote, "after");
  await expect(composer.getByText("The class has moved on")).toBeInViewport({ ratio: 1 });
  remote.close();
});
