import { expect } from "playwright/test";
import { openFaces, openHosted } from "#tests/e2e/support/faces.ts";
import { joinBySocket, post, said } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import { moveTo } from "#tests/support/lesson.ts";

test("[R21] [R26] [R35] nothing changes under the host's hand: not the queue, nor what is ticked or typed", async ({
  browser,
}) => {
  const settings = { moderation: "before" } as const;
  const { program, cookie, code, key, host } = await openHosted(settings);
  const [ada, ben] = await Promise.all([joinBySocket(program.url, code), joinBySocket(program.url, code)]);
  await moveTo(host, "rebuttal", settings);
  const [old, second, third, fourth] = [
    await post(ada, { body: "Old words." }),
    await post(ada, { body: "Second words." }),
    await post(ada, { body: "Third words." }),
    await post(ada, { body: "Fourth words." }),
  ];
  await said(host.send("host:moderate", { rebuttalIds: [old.id], action: "approve" }));
  const { host: room } = await openFaces(browser, program, { cookie, code, key }, ["host"]);
  const seen = async (id: string) => (await host.sync()).rebuttals.find((each) => each.id === id);
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
    expect(await seen(second.id)).toMatchObject({ status: "published" });
    expect(await seen(third.id)).toMatchObject({ status: "pending" });
  });

  await test.step("a ticked one whose author edits it is no longer ticked", async () => {
    await queue.getByRole("button", { name: "Select several" }).click();
    const several = queue.getByRole("group", { name: "Selection" });
    await several.getByRole("button", { name: "Select the 2 shown" }).click();
    await said(ada.send("rebuttal:edit", { rebuttalId: third.id, body: "Worse words." }));
    await expect(room.getByText("A rebuttal you selected was edited").first()).toBeVisible();
    await expect(several.getByText("1 selected")).toBeVisible();
    await several.getByRole("button", { name: "Approve" }).click();
    await inOrder(/Worse/u);
    expect(await seen(fourth.id)).toMatchObject({ status: "published" });
    expect(await seen(third.id)).toMatchObject({ status: "pending" });
  });

  const people = room.getByRole("region", { name: "People" });
  const name = people.getByRole("searchbox", { name: "Find a name" });
  const [seat] = (await host.sync()).roster?.seats ?? [];
  const tick = people.getByRole("checkbox", { name: seat?.name ?? "" });
  await name.fill(seat?.name ?? "");
  await people.getByRole("button", { name: "Select people" }).click();
  await tick.check();

  await moveTo(host, "after", settings);
  await test.step("and what the host does among the people stays", async () => {
    await expect(people.getByRole("button", { name: /^Not voted/u })).toHaveAttribute("aria-pressed", "true");
    await expect(name).toHaveValue(seat?.name ?? "");
    await expect(tick).toBeChecked();
  });
});
