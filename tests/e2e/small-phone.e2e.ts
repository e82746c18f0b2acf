import { type Browser, expect, type Page } from "playwright/test";
import { openHosted, type openSession } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE, vote, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";

const SMALL = { ...PHONE, viewport: { width: 320, height: 568 }, reducedMotion: "reduce" } as const;
const composer = (phone: Page) => phone.getByRole("dialog");
const notices = (phone: Page) => phone.getByRole("region", { name: "Notifications (F8)" });
const field = (phone: Page) => phone.getByLabel("Your argument");

/** A session with its host and one small phone in it. */
async function openSmall(browser: Browser, settings?: Parameters<typeof openSession>[1]) {
  const { program, code, host } = await openHosted(settings);
  const context = await browser.newContext(SMALL);
  return { program, code, host, context, phone: await joinByPhone(program.url, code, context) };
}

test("[P27] [F19] a line written to a partner without a connection says where it waits, in sight", async ({
  browser,
}) => {
  const settings = { activities: { pairs: { when: "instead", by: "text" } } } as const;
  const { program, code, host, context, phone } = await openSmall(browser, settings);
  const bob = await joinBySocket(program.url, code);
  await moveTo(host, "pairs", settings);
  await host.hearsRoster(({ connected }) => connected === 2);
  await host.send("host:pairs", { act: "make" });
  await phone.getByLabel("Your message").fill("What would change your mind?");
  await context.setOffline(true);
  await phone.getByRole("button", { name: "Send", exact: true }).click();
  const log = phone.getByRole("log");
  const note = log.getByText("Waiting for a connection. Your words are kept on this phone.");
  await expect(note).toBeInViewport({ ratio: 1 });
  await context.setOffline(false);
  await bob.hearsMine(({ pair }) => typeof pair === "object" && pair.lines?.length === 1);
  await expect(note).toHaveCount(0);

  await test.step("[W4] where the browser stores nothing the phone says so, and asks before the page is left", async () => {
    await phone.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await context.setOffline(true);
    await phone.getByLabel("Your message").fill("A treaty?");
    await phone.getByRole("button", { name: "Send", exact: true }).click();
    await expect(log.getByText("Kept only while this page is open.")).toBeInViewport({ ratio: 1 });
    await expect(log.getByText("kept on this phone")).toHaveCount(0);
    const question = phone.waitForEvent("dialog");
    await phone.close({ runBeforeUnload: true });
    const asked = await question;
    expect(asked.type()).toBe("beforeunload");
    await asked.dismiss();
    await context.setOffline(false);
    await bob.hearsMine(({ pair }) => typeof pair === "object" && pair.lines?.length === 2);
  });
});

test("[F1] [F8] Back from a composer that a reload has opened keeps the focus, and a reply leaves a begun change alone", async ({
  browser,
}) => {
  const { program, code, host, phone } = await openSmall(browser);
  const bob = await joinBySocket(program.url, code);
  await moveTo(host, "before");
  await vote(phone, "for");
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  const theirs = rebuttal({ body: "A classmate's words." });
  await bob.send("rebuttal:post", theirs);
  const write = phone.locator("#write-rebuttal");

  await test.step("Back after a reload", async () => {
    await write.click();
    await field(phone).fill("Mine at first.");
    await phone.reload();
    await expect(field(phone)).toHaveValue("Mine at first.");
    await expect(field(phone)).toBeFocused();
    await phone.evaluate(() => history.back());
    await expect(composer(phone)).toHaveCount(0);
    await expect(write).toBeFocused();
    await write.click();
    await composer(phone).getByRole("button", { name: "Send" }).click();
    await expect(phone.getByText("Sent", { exact: true })).toBeVisible();
    await expect(notices(phone).getByText("Your rebuttal was sent.")).toBeVisible();
    await expect(notices(phone).getByText("Sending your rebuttal")).toHaveCount(0);
  });

  await test.step("a reply while a change waits", async () => {
    await phone.getByRole("button", { name: /^Edit: /u }).click();
    await field(phone).fill("Mine, changed.");
    await phone.keyboard.press("Escape");
    const reply = phone.getByRole("button", { name: /^Reply/u }).last();
    await reply.click();
    await expect(composer(phone).getByText("In reply to")).toBeVisible();
    await expect(field(phone)).toHaveValue("");
    await field(phone).fill("A reply.");
    await composer(phone).getByRole("button", { name: "Send" }).click();
    await expect(composer(phone)).toHaveCount(0);
    await expect(reply).toBeFocused();
    await write.click();
    await expect(composer(phone)).toHaveAccessibleName("Edit your rebuttal");
    await expect(field(phone)).toHaveValue("Mine, changed.");
    await composer(phone).getByRole("button", { name: "Save" }).click();
    await expect(notices(phone).getByText("Your changes were saved.")).toBeVisible();
  });

  await test.step("a reply that is refused says so where it was written, and leads to its words", async () => {
    const classmates = phone.getByRole("article").filter({ hasText: theirs.body });
    await classmates
      .getByRole("button", { name: /^Reply/u })
      .first()
      .click();
    await field(phone).fill("Too late for this.");
    expect(await bob.send("rebuttal:withdraw", { rebuttalId: theirs.id })).toMatchObject({ ok: true });
    await expect(composer(phone).getByText("The rebuttal it answers is no longer there.")).toBeVisible();
    await composer(phone).getByRole("button", { name: "Send" }).click();
    const notice = notices(phone).getByRole("listitem").filter({ hasText: "Your rebuttal wasn’t saved" });
    await expect(notice).toContainText("Not found. It may have been deleted.");
    await expect(notices(phone).getByText("Sending your rebuttal")).toHaveCount(0);
    await phone.getByRole("tab", { name: "Read" }).press("Enter");
    await notice.getByRole("button", { name: "Show" }).click();
    const refused = phone.locator(":focus");
    await expect(refused).toContainText("Not saved. Not found.");
    await expect(refused).toBeInViewport();
    await refused.getByRole("button", { name: "Discard" }).click();
    await expect(phone.getByText("Too late for this.")).toHaveCount(0);
  });

  await test.step("[F18] a begun rebuttal can be read once the class has moved on, and goes on if it comes back", async () => {
    await write.click();
    await field(phone).fill("Half of a rebuttal");
    await moveTo(host, "after", { questions: { readingVote: true } });
    await expect(composer(phone).getByText("The class has moved on")).toBeVisible();
    await phone.keyboard.press("Escape");
    const main = phone.getByRole("main");
    await expect(main.getByText("Your rebuttal wasn’t sent")).toBeVisible();
    await expect(main.getByText("Half of a rebuttal")).toBeVisible();
    await phone.reload();
    await expect(main.getByText("Half of a rebuttal")).toBeVisible();
    await moveTo(host, "rebuttal", { questions: { readingVote: true } });
    await expect(main.getByText("wasn’t sent")).toHaveCount(0);
    await write.click();
    await expect(field(phone)).toHaveValue("Half of a rebuttal");
    await phone.keyboard.press("Escape");
    for (let n = 0; n < 6; n += 1) await bob.send("rebuttal:post", rebuttal({ body: `Argument ${n}.` }));
    await moveTo(host, "after", { questions: { readingVote: true } });
    await main.getByRole("button", { name: "Dismiss" }).click();
    await expect(main.getByText("Half of a rebuttal")).toHaveCount(0);
  });

  await test.step("all that could be credited goes on below what was shown", async () => {
    await vote(phone, "for");
    await phone.getByRole("radio", { name: "Rebuttal" }).check();
    const options = phone.getByRole("main").locator("ul > li > button:visible");
    await expect(options).toHaveCount(4);
    await phone.getByRole("button", { name: /^Show all/u }).click();
    await expect(options.nth(4)).toBeFocused();
    await expect(options.nth(4)).toBeInViewport();
  });

  await test.step("[F18] what was said of a credit outlasts “Nothing” and a reload, and what still counts is said", async () => {
    const pick = () => phone.getByRole("main").locator("ul > li > button:visible").first().click();
    const kind = (name: string) => phone.getByRole("radio", { name, exact: true });
    const without = phone
      .getByRole("group", { name: /^Without it/u })
      .getByRole("radio", { name: "Against" });
    const why = phone.getByLabel(/^How did it move you\?/u);
    await pick();
    await without.check();
    await why.fill("It named the treaty.");
    await kind("Paragraph").check();
    await expect(phone.getByText("Until you pick something else, this answer counts:")).toBeVisible();
    await kind("Nothing").check();
    await expect(phone.getByText("this answer counts")).toHaveCount(0);
    await phone.reload();
    await whenInteractive(phone);
    await expect(kind("Nothing")).toBeChecked();
    await kind("Rebuttal").check();
    await pick();
    await expect(why).toHaveValue("It named the treaty.");
    await expect(without).toBeChecked();
  });
});

test("[W16] without a connection the links to card and results stay in the room, and say why", async ({
  browser,
}) => {
  const { program, code, host, context, phone } = await openSmall(browser);
  await moveTo(host, "results", { questions: { readingVote: true } });
  const links = phone.getByRole("main").getByRole("link", { name: /My card|whole result/u });
  await expect(links).toHaveCount(2);
  await context.setOffline(true);
  for (const link of await links.all()) await link.click();
  await expect(phone.getByText("You need a connection to open this.")).toHaveCount(2);
  await context.setOffline(false);
  await expect(phone.getByText("You need a connection to open this.")).toHaveCount(0);
  await phone.getByRole("main").getByRole("link", { name: "My card" }).click();
  await phone.waitForURL(`${program.url}/s/${code}/card`);
});

test("[F1] after a reload far down, a look at the texts leads back to the same rebuttal", async ({
  browser,
}) => {
  const { program, code, host, phone } = await openSmall(browser);
  const bob = await joinBySocket(program.url, code);
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  for (let n = 0; n < 12; n += 1) await bob.send("rebuttal:post", rebuttal({ body: `Argument ${n}.` }));
  await phone.reload();
  const card = phone.locator("main ol > li").nth(10);
  await card.evaluate((it) => it.scrollIntoView({ block: "center" }));
  await phone.reload();
  await whenInteractive(phone);
  await expect(card).toBeInViewport();
  await phone.getByRole("tab", { name: "Read" }).click();
  await expect(card).toBeHidden();
  await phone.getByRole("tab", { name: /^Rebuttals/u }).click();
  await expect(card).toBeInViewport();
});
