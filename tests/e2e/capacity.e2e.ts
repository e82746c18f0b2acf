import { expect, test } from "playwright/test";
import { openSession } from "#tests/e2e/support/faces.ts";
import { signIn, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { takePictures } from "#tests/e2e/support/pictures.ts";
import { connectClient } from "#tests/support/client.ts";
import { startProgram } from "#tests/support/program.ts";

test("[Q3][Q4] a host checks the capacity by keyboard, cancels, is refused while a session runs, and hears of a restart @long", async ({
  browser,
}) => {
  await using program = await startProgram({ kind: "launched" });
  const page = await (await browser.newContext()).newPage();
  await signIn(page, program.url);
  await page.goto(`${program.url}/dashboard`);
  await page.getByRole("link", { name: "How many phones can this server handle?" }).click();
  await page.waitForURL("**/capacity");
  await whenInteractive(page);

  const button = (name: string) => page.getByRole("button", { name });
  await button("Start the check").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("progressbar", { name: "Progress of the check" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /\d phones connected/u })).toBeVisible();
  await takePictures(page, "capacity/running", { fullPage: true });
  await expect(button("Cancel the check")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("The check was canceled.")).toBeVisible();
  await expect(button("Start the check")).toBeFocused();

  await button("Start the check").click();
  await expect(button("Cancel the check")).toBeVisible();
  const { cookie, code } = await openSession(program);
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  await expect(page.getByText("The check stopped, because a session started")).toBeVisible();
  await button("Start the check").click();
  await expect(page.getByText("A session is running")).toBeVisible();
  await takePictures(page, "capacity/refused", { fullPage: true });
  host.close();

  // Its server stops and comes back, which knows nothing of the check.
  await expect(async () => {
    await button("Start the check").click();
    await expect(button("Cancel the check")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await program.end("SIGTERM");
  await expect(page.getByText("Can’t reach the server.")).toBeVisible();
  await program.start("whole", "same port");
  await expect(page.getByText("The check stopped, because the server restarted")).toBeVisible();
  await expect(page.getByText("Can’t reach the server.")).toBeHidden();
  await expect(button("Start the check")).toBeVisible();
});
