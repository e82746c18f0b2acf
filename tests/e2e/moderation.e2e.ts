import { randomUUID } from "node:crypto";
import { expect, type Locator, test } from "playwright/test";
import { check, openFaces, openSession, pressOn, SCHEMES, unfoldSession } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { Client, connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { decide, edit, post, seen } from "#tests/support/rebuttals.ts";
import { joinSession } from "#tests/support/requests.ts";

for (const colorScheme of SCHEMES)
  test(`[R8][R9][R10][R12] hide, keep, undo and remove, as the room sees them, ${colorScheme} @long`, async ({
    browser,
  }) => {
    const program = await sharedProgram();
    const { cookie, code, key } = await openSession(program);
    const host = new Client(program.url, { auth: { code, as: "host" }, cookie });
    const { ticket, name } = await joinSession(program.url, code);
    const ada = new Client(program.url, { auth: { code, as: "student", ticket } });
    await Promise.all([host.connected(), ada.connected()]);
    const pages = await openFaces(browser, program, { cookie, code, key, colorScheme }, ["phone", "host"]);
    const { phone, host: room } = pages;
    const rule = phone.getByText("Answer arguments, not people.");
    await expect(rule).toBeVisible();
    await phone.getByRole("button", { name: "Join" }).click();
    await expect(rule).toBeVisible();
    await moveTo(host, "rebuttal", { questions: { readingVote: true } });
    const [words, doubtful] = ["Geography does not bargain.", "Whoever sells here is a fool."];
    const [first, second] = [rebuttal({ body: words }), rebuttal({ body: doubtful, id: randomUUID() })];
    for (const posted of [first, second]) await ada.send("rebuttal:post", posted);

    // The phone answers one and reports the other.
    const card = (on: Locator, text: string) => on.getByRole("listitem").filter({ hasText: text });
    await card(phone.locator("main"), words).getByRole("button", { name: "Reply" }).click();
    await expect(rule).toBeVisible();
    await phone.getByRole("radio", { name: "Against" }).click();
    await phone.getByLabel("Your argument").fill("Maps are drawn by people.");
    await phone.getByRole("button", { name: "Send", exact: true }).click();
    await card(phone.locator("main"), doubtful)
      .getByRole("button", { name: /^Report/u })
      .click();
    await check(phone, `report ${colorScheme}`);
    await phone.getByLabel("Add a few words").fill("It calls people names.");
    await phone.getByRole("button", { name: "Insult or attack" }).click();
    await expect(phone.getByText("You reported this. Your instructor will decide.")).toBeVisible();
    const needs = card(room.locator("body"), doubtful).filter({
      hasText: "Insult or attack: It calls people names.",
    });
    await expect(needs).toBeVisible();
    await check(room, `moderation queue ${colorScheme}`);
    await needs.getByRole("button", { name: "Keep" }).click();
    await expect(phone.getByText("You reported this. Your instructor kept it.")).toBeVisible();
    await check(phone, `moderation kept ${colorScheme}`);

    // Hidden with its reply, and undone in the notice.
    await unfoldSession(room);
    const log = room.getByRole("region", { name: "Log", exact: true });
    await card(room.getByRole("main"), words).getByRole("button", { name: "Hide" }).first().click();
    await expect(
      phone.getByRole("tabpanel").getByText("Not shown, because what it answers was taken down"),
    ).toBeVisible();
    await expect(log.getByText("Hid a rebuttal and its replies")).toBeVisible();
    await log.scrollIntoViewIfNeeded();
    const toast = card(room.locator("body"), "Hidden from the class");
    await toast.hover(); // as long as the mouse is on it, it stays
    await check(room, `moderation hidden ${colorScheme}`);
    await check(phone, `moderation hidden phone ${colorScheme}`);
    await toast.getByRole("button", { name: "Undo" }).click();
    await expect(
      phone.getByRole("tabpanel").getByText("Not shown, because what it answers was taken down"),
    ).toBeHidden();

    // Hidden alone, read by its author with the rule, and undone from the log.
    await card(room.getByRole("main"), "Maps are drawn").last().getByRole("button", { name: "Hide" }).click();
    await expect(phone.getByRole("tabpanel").getByText("Taken down by your instructor")).toBeVisible();
    await check(phone, `moderation taken down ${colorScheme}`);
    await expect(log.getByRole("listitem").first()).toContainText("Maps are drawn");
    await pressOn(log.getByRole("button", { name: /^Undo: Hid a rebuttal/u }).first(), "Enter");
    await expect(phone.getByRole("tabpanel").getByText("Taken down by your instructor")).toBeHidden();

    await test.step("[R26] what was hidden after it was ticked is not approved with the others", async () => {
      await host.send("host:approve-first", { on: true });
      const [insult, argument] = ["Only fools say so.", "Trade follows the flag."];
      for (const body of [insult, argument])
        await ada.send("rebuttal:post", rebuttal({ body, id: randomUUID() }));
      const queue = room.getByRole("region", { name: "Needs attention" });
      await queue.getByRole("button", { name: "Select several" }).click();
      const several = queue.getByRole("group", { name: "Selection" });
      await several.getByRole("button", { name: "Select the 2 shown" }).click();
      await card(queue, insult).getByRole("button", { name: "Hide" }).click();
      await expect(card(queue, insult)).toBeHidden();
      await several.getByRole("button", { name: "Approve" }).click();
      const statusOf = async (text: string) =>
        (await ada.sync()).rebuttals.find(({ body }) => body === text)?.status;
      await expect.poll(() => statusOf(argument)).toBe("published");
      expect(await statusOf(insult)).toBe("hidden");
    });

    // A seat removed and restored.
    await room.getByRole("button", { name: `Remove ${name}` }).click();
    await check(room, `moderation remove ${colorScheme}`);
    await room.getByRole("button", { name: "Remove", exact: true }).click();
    await ada.hears("removed");
    await expect(phone.getByText(doubtful)).toBeHidden();
    await log.getByRole("button", { name: new RegExp(`^Undo: Removed .?${name}`, "u") }).click();
    await expect(phone.getByText(doubtful)).toBeVisible();
    await expect(log.getByText(`Let ${name} back in`)).toBeVisible();
    await check(room, `moderation restored ${colorScheme}`);
    for (const client of [host, ada]) client.close();
  });

test("[R21] [R26] [R35] [P9] nothing changes under the host's hand: not the queue, what is ticked or typed, nor what keys do", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const settings = { moderation: "before" } as const;
  const { cookie, code, key } = await openSession(program, settings);
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const [ada, ben] = await Promise.all([joinBySocket(program.url, code), joinBySocket(program.url, code)]);
  await moveTo(host, "rebuttal", settings);
  const [old, second, third, fourth] = [
    await post(ada, { body: "Old words." }),
    await post(ada, { body: "Second words." }),
    await post(ada, { body: "Third words." }),
    await post(ada, { body: "Fourth words." }),
  ];
  await decide(host, old.id, "approve");
  const { host: room } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, [
    "host",
  ]);
  const queue = room.getByRole("region", { name: "Needs attention" });
  const cards = queue.getByRole("list").first().locator("> li");
  const inOrder = (...words: RegExp[]) => expect(cards).toHaveText(words);
  await inOrder(/Second/u, /Third/u, /Fourth/u);

  await test.step("what is reported comes to the end of the queue, however old it is", async () => {
    await ben.send("rebuttal:report", { rebuttalId: old.id, reason: "It calls people names." });
    await inOrder(/Second/u, /Third/u, /Fourth/u, /Old/u);
  });

  await test.step("the second press of a double click does not approve the next one", async () => {
    await cards.first().evaluate((card) => {
      const list = card.parentElement;
      const approve = (item: Element | undefined | null) =>
        item?.querySelector<HTMLElement>('[data-same="keep"]')?.click();
      new MutationObserver((_, observer) => {
        if (card.isConnected) return;
        observer.disconnect();
        approve(list?.firstElementChild);
      }).observe(list as Element, { childList: true });
      approve(card);
    });
    await inOrder(/Third/u, /Fourth/u, /Old/u);
    // A later press counts, and is answered after the one that did not.
    await expect(async () => {
      await cards.last().getByRole("button", { name: /^Keep/u }).click();
      await expect(cards).toHaveCount(2, { timeout: 1000 });
    }).toPass();
    expect(await seen(host, second.id)).toMatchObject({ status: "published" });
    expect(await seen(host, third.id)).toMatchObject({ status: "pending" });
  });

  await test.step("a ticked one whose author edits it is no longer ticked", async () => {
    await queue.getByRole("button", { name: "Select several" }).click();
    const several = queue.getByRole("group", { name: "Selection" });
    await several.getByRole("button", { name: "Select the 2 shown" }).click();
    await edit(ada, third.id, "Worse words.");
    await expect(room.getByText("A rebuttal you selected was edited").first()).toBeVisible();
    await expect(several.getByText("1 selected")).toBeVisible();
    await several.getByRole("button", { name: "Approve" }).click();
    await inOrder(/Worse/u);
    expect(await seen(host, fourth.id)).toMatchObject({ status: "published" });
    expect(await seen(host, third.id)).toMatchObject({ status: "pending" });
  });

  const people = room.getByRole("region", { name: "People" });
  const name = people.getByRole("searchbox", { name: "Find a name" });
  const [seat] = (await host.sync()).roster?.seats ?? [];
  const tick = people.getByRole("checkbox", { name: seat?.name ?? "" });
  await name.fill(seat?.name ?? "");
  await people.getByRole("button", { name: "Select people" }).click();
  await tick.check();

  await test.step("letters typed into a field that goes as the class moves are no shortcuts", async () => {
    await room.getByRole("button", { name: "Search and filter" }).click();
    const field = room.getByRole("main").getByRole("searchbox");
    const typing = await field.evaluateHandle((input) => {
      const type = () =>
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true }));
      const typeOn = async () => {
        for (let isGone = false; !isGone; ) {
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
          isGone = !input.isConnected;
          type();
        }
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
      };
      (input as HTMLElement).focus();
      type();
      return { untilGone: typeOn() };
    });
    await moveTo(host, "after", settings);
    await typing.evaluate(({ untilGone }) => untilGone);
    await expect(field).toHaveCount(0);
    await expect(room.getByRole("dialog")).toHaveCount(0);
    await room.keyboard.press("Escape");
    await room.keyboard.press("n");
    await expect(room.getByRole("dialog")).toBeVisible();
    await room.keyboard.press("Escape");
  });

  await test.step("and what the host does among the people stays", async () => {
    await expect(people.getByRole("button", { name: /^Not voted/u })).toHaveAttribute("aria-pressed", "true");
    await expect(name).toHaveValue(seat?.name ?? "");
    await expect(tick).toBeChecked();
  });

  for (const client of [host, ada, ben]) client.close();
});
