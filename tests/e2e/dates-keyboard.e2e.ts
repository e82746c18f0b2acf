import { type Browser, expect, test } from "playwright/test";
import { openSession, toCookies, unfoldSession } from "#tests/e2e/support/faces.ts";
import { pressByKeyboard, tabTo } from "#tests/e2e/support/keyboard.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";

async function openForHost(browser: Browser) {
  const program = await sharedProgram();
  const { cookie, code } = await openSession(program, {});
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  await context.addCookies(toCookies(cookie, program.url));
  const host = await context.newPage();
  await host.goto(`${program.url}/host/${code}`);
  await whenInteractive(host);
  await unfoldSession(host);
  return { host, context, url: program.url, cookie, code };
}

test("[P31, F11] dates are set, corrected and removed by Tab, Enter and Escape, and the focus stays where the work is @long", async ({
  browser,
}) => {
  const { host, context } = await openForHost(browser);
  const panel = host.getByRole("region", { name: "Set dates" });
  const dialog = host.getByRole("dialog", { name: "When phases open" });
  const button = (name: string) => dialog.getByRole("button", { name, exact: true });
  const field = (number: number, name: string) =>
    dialog.getByRole("group", { name: `Date ${number}` }).getByLabel(name, { exact: true });

  await test.step("Escape leaves everything as it was, and leads back", async () => {
    const opener = panel.getByRole("button", { name: "Set dates" });
    await pressByKeyboard(opener);
    await expect(button("Add a date")).toBeFocused();
    await host.keyboard.press("Enter");
    await expect(field(1, "Opens")).toBeFocused();
    await host.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await host.keyboard.press("Enter");
    await expect(field(1, "Opens")).toHaveCount(0);
  });

  await test.step("each new date has the focus, also the last one that there can be", async () => {
    for (let number = 1; number <= 6; number += 1) {
      await pressByKeyboard(button("Add a date"));
      await expect(field(number, "Opens")).toBeFocused();
    }
    await expect(button("Add a date")).toHaveCount(0);
  });

  await test.step("Tab follows the form", async () => {
    for (const stop of [field(6, "Date"), field(6, "Time"), button("Remove date 6")]) await tabTo(stop, 6);
    for (const stop of [dialog.getByLabel("Time zone"), button("Cancel"), button("Save dates")])
      await tabTo(stop, 2);
  });

  await test.step("what is wrong has the focus, and says why", async () => {
    await tabTo(field(5, "Date"));
    await host.keyboard.type("01012020");
    await pressByKeyboard(button("Save dates"));
    await expect(field(5, "Date")).toBeFocused();
    await expect(dialog.getByRole("group", { name: "Date 5" })).toHaveAccessibleDescription(
      "This time is past. Choose one that is still ahead.",
    );
  });

  await test.step("a date that is removed leaves the focus beside it", async () => {
    for (const number of [5, 5, 4, 3]) await pressByKeyboard(button(`Remove date ${number}`));
    await expect(button("Remove date 2")).toBeFocused();
    await pressByKeyboard(button("Remove date 2"));
    await pressByKeyboard(button("Remove date 1"));
    await expect(button("Add a date")).toBeFocused();
    await host.keyboard.press("Enter");
    await pressByKeyboard(button("Save dates"));
    await expect(dialog).toBeHidden();
    await expect(panel.getByRole("button", { name: "Change dates" })).toBeFocused();
    await host.keyboard.press("Enter");
    await expect(field(1, "Opens")).toBeFocused();
    await host.keyboard.press("Escape");
  });
  await context.close();
});

test("[P31] a date whose phase the class came to while the form was open says so, and can be given another phase @long", async ({
  browser,
}) => {
  const { host, context, url, cookie, code } = await openForHost(browser);
  const remote = await connectClient(url, { auth: { code, as: "host" }, cookie });
  await host.getByRole("button", { name: "Set dates" }).click();
  const dialog = host.getByRole("dialog", { name: "When phases open" });
  await dialog.getByRole("button", { name: "Add a date" }).click();
  const phase = dialog.getByLabel("Opens", { exact: true });
  await moveTo(remote, "before");
  await expect(host.getByText("Close the vote and show the positions")).toBeVisible();
  await expect(phase.locator("option:checked")).toHaveText("First vote");
  await dialog.getByRole("button", { name: "Save dates" }).click();
  await expect(dialog.getByText("or the class has passed it.")).toBeVisible();
  await phase.selectOption("Reading");
  await dialog.getByRole("button", { name: "Save dates" }).click();
  await expect(dialog).toBeHidden();
  expect((await remote.sync()).session.schedule?.dates).toMatchObject([{ phase: "reading" }]);
  remote.close();
  await context.close();
});
