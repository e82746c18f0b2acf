import { expect } from "playwright/test";
import { openHosted } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE, post, said, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import { moveTo } from "#tests/support/lesson.ts";

test("[R27] [R29] [F5] neither what classmates write nor what the host puts on the projector moves the card that a student reads, and an answer to the student leads to its place", async ({
  browser,
}) => {
  const { url, code, host } = await openHosted({});
  const phone = await joinByPhone(url, code, await browser.newContext({ ...PHONE, reducedMotion: "reduce" }));
  const [ada, bob] = [await joinBySocket(url, code), await joinBySocket(url, code)];
  await moveTo(host, "rebuttal");
  const root = await post(ada, { body: "The fishing grounds feed three prefectures." });
  await post(bob, { body: "A reply.", replyTo: root.id });
  const other = await post(bob, { body: "Something else." });
  // Opened once they are all there: those that arrive later are only counted.
  await phone.reload();
  await whenInteractive(phone);
  const main = phone.getByRole("main");
  const card = (words: string) => main.getByRole("listitem").filter({ hasText: words }).last();
  const thread = card("The fishing grounds feed");
  const top = async () => (await thread.boundingBox())?.y ?? 0;
  const held = (before: number) => expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(1);
  const scrollTo = (y: number) => phone.evaluate((to) => window.scrollTo(0, to), y);
  const drawn = () =>
    phone.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

  await test.step("replies and rebuttals that arrive are counted", async () => {
    const before = await top();
    const replies = card("Something else.").getByRole("button", { name: /^1 repl.+ folded$/u });
    await post(ada, { body: "Is it?", replyTo: other.id });
    await expect(replies).toBeVisible();
    expect(await top()).toBe(before);
    await post(ada, { body: "Something new.", side: "against" });
    const added = main.getByRole("button", { name: "1 new rebuttal" });
    await expect(added).toBeVisible();
    await expect(main.getByText("Something new.")).toHaveCount(0);
    await added.click();
    await expect(main.locator("ol > li").first()).toContainText("Something new.");
    await expect(main.getByRole("heading", { name: /rebuttals by classmates$/u })).toBeFocused();
  });

  await test.step("what is put on the projector and taken off moves no card, on either size of phone", async () => {
    const shown = main.getByRole("region", { name: "On the projector" });
    for (const viewport of [PHONE.viewport, { width: 320, height: 568 }])
      for (const from of [0, 60]) {
        await phone.setViewportSize(viewport);
        await phone.reload();
        await whenInteractive(phone);
        await scrollTo(from);
        const before = await top();
        await said(host.send("host:wall", { show: { rebuttalId: root.id } }));
        await expect(shown).toBeVisible();
        await held(before);
        await expect(shown).toBeInViewport();
        // Its reader goes up to all of it, where the page can't scroll back.
        await scrollTo(0);
        const above = await top();
        await said(host.send("host:wall", { show: null }));
        await expect(shown).toHaveCount(0);
        await held(above);
      }
    // The space that is kept goes once it is out of sight.
    const above = await top();
    await scrollTo(2_000);
    await drawn();
    await scrollTo(0);
    expect(await top()).toBeLessThan(above - 50);
    // A window that becomes wider breaks every line anew: the page then ends with its content.
    await scrollTo(100_000);
    await drawn();
    await phone.setViewportSize({ width: 1280, height: 800 });
    await drawn();
    expect(await phone.evaluate(() => document.documentElement.style.minHeight)).toBe("");
    await phone.setViewportSize(PHONE.viewport);
  });

  await test.step("an answer to the student is noticed in another view, also once the class has moved on", async () => {
    await main.getByRole("button", { name: "Write a rebuttal" }).click();
    const composer = phone.getByRole("dialog");
    await composer.getByRole("radio", { name: "For" }).check();
    await composer.getByLabel("Your argument").fill("A card is no map.");
    await composer.getByRole("button", { name: "Send" }).click();
    await expect(main.getByText("Sent", { exact: true })).toBeVisible();
    const own = (await host.sync()).rebuttals.find(({ body }) => body === "A card is no map.");
    await phone.getByRole("tab", { name: "Read" }).click();
    await post(bob, { body: "Nobody said it was.", replyTo: own?.id ?? "" });
    await expect(phone.getByRole("tab", { name: "Rebuttals 1 new reply to you" })).toBeVisible();
    await moveTo(host, "after");
    await expect(phone.getByRole("tab", { name: "Vote" })).toHaveAttribute("aria-selected", "true");
    const notice = phone.getByRole("region", { name: "Notifications (F8)" });
    await notice.getByRole("button", { name: "Show" }).click();
    await expect(main.getByText("Nobody said it was.")).toBeVisible();
    await expect(phone.getByRole("tab", { name: "Rebuttals", exact: true })).toBeVisible();
  });
});
