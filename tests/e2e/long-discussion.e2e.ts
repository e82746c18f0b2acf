import { type BrowserContext, expect, type Page, test } from "playwright/test";
import { openFaces, openSession } from "#tests/e2e/support/faces.ts";
import { PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { post } from "#tests/support/rebuttals.ts";
import { joinSession } from "#tests/support/requests.ts";

/** More than a page draws at once. */
const MANY = 70;
/** As long as a rebuttal may be, which at this size fills the window of a small phone four times. */
const LONG = "島は交渉の材料ではありません。".repeat(40);
const SMALL = { width: 320, height: 568 };

const focused = (page: Page) => page.locator(":focus");

test("[F1] [R2] [R29] a long discussion loses neither the focus nor the place, and hides nothing from its host @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const settings = { filter: { holds: true }, activities: { speaking: {} } } as const;
  const opened = await openSession(program, {
    ...settings,
    filter: { ...settings.filter, words: ["rumors"] },
  });
  const { code, cookie } = opened;
  const remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const seats = await Promise.all(Array.from({ length: 5 }, () => joinSession(program.url, code)));
  const mates = await Promise.all(
    seats.map(({ ticket, participantId }) =>
      connectClient(program.url, { auth: { code, ticket }, participantId }),
    ),
  );
  const [bob = remote] = mates;
  await moveTo(remote, "rebuttal", settings);
  for (const mate of mates)
    for (let n = 0; n < MANY / mates.length; n += 1) await post(mate, { body: `Argument ${n}.` });
  const phone = await joinLate(
    program.url,
    code,
    await browser.newContext({ ...PHONE, reducedMotion: "reduce" }),
  );
  const { host } = await openFaces(browser, program, { ...opened, colorScheme: "light" }, ["host"]);
  const main = phone.getByRole("main");

  await test.step("the last press on “Show more” leads to what it shows", async () => {
    for (const page of [phone, host]) {
      const list = page
        .getByRole("main")
        .getByRole("list")
        .filter({ has: page.locator("> li").nth(59) });
      const more = page.getByRole("button", { name: /^Show \d+ more/u });
      await more.click();
      await expect(list.locator("> li")).toHaveCount(MANY);
      await expect(more).toHaveCount(0);
      await expect(list.locator("> li").nth(60).locator(":focus")).toHaveCount(1);
      await expect(focused(page)).toBeInViewport();
    }
  });

  await test.step("a report begins with no words about another rebuttal", async () => {
    const flags = main.getByRole("button", { name: /^Report/u });
    const dialog = phone.getByRole("dialog", { name: "Report this rebuttal" });
    const reason = dialog.getByLabel("Add a few words");
    await flags.first().click();
    await reason.fill("It makes fun of someone.");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toBeHidden();
    // Closed by mistake, its words are there still.
    await flags.first().click();
    await expect(reason).toHaveValue("It makes fun of someone.");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toBeHidden();
    await flags.nth(1).click();
    await expect(reason).toHaveValue("");
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("asking to speak, and leaving the queue, keep the focus", async () => {
    const ask = main.locator("summary", { hasText: "Ask to speak" });
    await ask.press("Enter");
    await main.getByRole("button", { name: "For: ask to speak" }).press("Enter");
    await expect(main.getByRole("button", { name: "Leave the queue" })).toBeFocused();
    await phone.keyboard.press("Enter");
    await expect(ask).toBeFocused();
  });

  await test.step("[W7] the host sees the link for which a rebuttal waits, and its lines", async () => {
    const posted = rebuttal({ body: "Read this.\nAll of it.", source: "https://rumors.example.org/page" });
    await bob.send("rebuttal:post", posted);
    const queue = host.getByRole("region", { name: "Needs attention" });
    await expect(queue.getByRole("link", { name: "Source (rumors.example.org)" })).toBeVisible();
    const words = queue.getByText("Read this.");
    await words.scrollIntoViewIfNeeded();
    expect(await words.textContent()).toBe(posted.body);
  });

  await test.step("a reply that is longer than the window counts as read, too", async () => {
    await phone.setViewportSize(SMALL);
    await phone.getByRole("button", { name: "Write a rebuttal" }).click();
    const composer = phone.getByRole("dialog");
    await composer.getByRole("radio", { name: "For" }).check();
    await composer.getByLabel("Your argument").fill("Mine.");
    await composer.getByRole("button", { name: "Send" }).click();
    await expect(main.getByText("Sent", { exact: true })).toBeVisible();
    const own = (await remote.sync()).rebuttals.find(({ body }) => body === "Mine.");
    await post(bob, { body: LONG, replyTo: own?.id ?? "" });
    await expect(phone.getByRole("tab", { name: "Rebuttals 1 new reply to you" })).toBeVisible();
    await phone.getByRole("button", { name: "Show", exact: true }).click();
    await expect(main.getByText(LONG.slice(0, 20)).first()).toBeVisible();
    await expect
      .poll(async () => {
        await phone.mouse.wheel(0, 150);
        return phone.getByRole("tab", { name: "Rebuttals", exact: true }).count();
      })
      .toBe(1);
  });

  for (const client of [remote, ...mates]) client.close();
});

/** Joining leads into the phase, not to the lobby. */
async function joinLate(url: string, code: string, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/s/${code}`);
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("heading", { name: "Rebuttals", exact: true }).waitFor();
  return page;
}
