import { expect, test } from "playwright/test";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { check, openFaces, openSession } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE, vote, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";

const SENTENCE = (BUILT_IN_DEBATE.positions[1].paragraphs[0]?.text ?? "").split(/(?<=\.) /u)[0] ?? "";

test("[R21, R23, R24, R26, R27, R29, R32] a student is answered, reads threads that hold still, edits and withdraws; the host merges @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const opened = await openSession(program, { filter: { holds: true } });
  const { cookie, code } = opened;
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  const phone = await joinByPhone(url, code, context);
  const classmates = await Promise.all(Array.from({ length: 4 }, () => joinBySocket(url, code)));
  const [ada, bob, cleo] = classmates as [Client, Client, Client];
  const post = async (author: Client, given: Parameters<typeof rebuttal>[0]) => {
    const posted = rebuttal(given);
    expect(await author.send("rebuttal:post", posted)).toMatchObject({ ok: true });
    return posted.id;
  };
  await moveTo(host, "before");
  await vote(phone, "for");
  await moveTo(host, "rebuttal");
  const quote = { side: "against" as const, n: 1, exact: SENTENCE };
  const root = await post(ada, { body: "The fishing grounds feed three prefectures.", quote });
  for (const body of ["First reply.", "Second reply.", "Third reply."])
    await post(bob, { body, replyTo: root });

  // [R27] Opened once they are all there: those that arrive later are only counted.
  await phone.reload();
  await whenInteractive(phone);

  const main = phone.getByRole("main");
  const thread = main.getByRole("listitem").filter({ hasText: "The fishing grounds feed" }).last();
  const button = (name: RegExp | string) => main.getByRole("button", { name });

  await test.step("replies stand under what they answer, two of them unfolded", async () => {
    await expect(main.getByText("Second reply.")).toBeVisible();
    await expect(main.getByText("Third reply.")).toHaveCount(0);
    await check(phone, "threads phone");
    await button("Show 1 more reply").click();
    await expect(main.getByText("Third reply.")).toBeVisible();
    await button(/^3 replies to /u).click();
    await expect(main.getByText("First reply.")).toHaveCount(0);
  });

  await test.step("what is new waits, and comes first when asked for", async () => {
    await post(cleo, { body: "Something new.", side: "against" });
    await expect(button("1 new rebuttal")).toBeVisible();
    await expect(main.getByText("Something new.")).toHaveCount(0);
    await button("1 new rebuttal").click();
    await expect(main.locator("ol > li").first()).toContainText("Something new.");
    await expect(main.getByRole("heading", { name: "5 rebuttals by classmates" })).toBeFocused();
  });

  await test.step("a reply that arrives moves no card, also where others are unfolded", async () => {
    const added = main.getByRole("listitem").filter({ hasText: "Something new." }).first();
    const place = () => thread.boundingBox();
    const own = await host.sync();
    const root = own.rebuttals.find(({ body }) => body === "Something new.")?.id ?? "";
    const before = await place();
    const replies: string[] = [];
    const arrives = async (body: string) => {
      replies.push(await post(bob, { body, replyTo: root }));
      await expect(
        added.getByRole("button", { name: new RegExp(`^${replies.length} repl.+ folded$`, "u") }),
      ).toBeVisible();
    };
    await arrives("Is it?");
    await arrives("It is.");
    expect(await place()).toEqual(before);
    await added.getByRole("button", { name: /^2 replies to /u }).click();
    await expect(main.getByText("It is.", { exact: true })).toBeVisible();
    const unfolded = await place();
    expect(unfolded?.y).toBeGreaterThan(before?.y ?? 0);
    await arrives("And now?");
    expect(await place()).toEqual(unfolded);
    await expect(main.getByText("And now?")).toHaveCount(0);
    await check(phone, "threads phone reply arrived");
    await added.getByRole("button", { name: /^3 replies to /u }).click();
    await expect(main.getByText("And now?")).toBeVisible();
    for (const rebuttalId of replies)
      expect(await bob.send("rebuttal:withdraw", { rebuttalId })).toMatchObject({ ok: true });
    await expect(added.getByRole("button", { name: /repl.+ to .+folded$/u })).toHaveCount(0);
  });

  await test.step("[R27] [F5] what the host puts on the projector and takes down moves no card", async () => {
    const shown = main.getByRole("region", { name: "On the projector" });
    const top = async () => (await thread.boundingBox())?.y ?? 0;
    const held = (before: number) =>
      expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(1);
    const scrollTo = (y: number) => phone.evaluate((to) => window.scrollTo(0, to), y);
    for (const { width, height } of [PHONE.viewport, { width: 320, height: 568 }])
      for (const from of [0, 60]) {
        await phone.setViewportSize({ width, height });
        await phone.reload();
        await whenInteractive(phone);
        await scrollTo(from);
        const before = await top();
        expect(await host.send("host:wall", { show: { rebuttalId: root } })).toMatchObject({ ok: true });
        await expect(shown).toBeVisible();
        await held(before);
        await expect(shown).toBeInViewport();
        await check(phone, `threads phone projector ${width} ${from}`);
        // Its reader goes up to all of it, where the page can't scroll back.
        await scrollTo(0);
        const above = await top();
        expect(await host.send("host:wall", { show: null })).toMatchObject({ ok: true });
        await expect(shown).toHaveCount(0);
        await held(above);
      }
    const drawn = () =>
      phone.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    // The space that is kept goes once it is out of sight.
    const above = await top();
    await scrollTo(2_000);
    await drawn();
    await scrollTo(0);
    expect(await top()).toBeLessThan(above - 50);
    // A window that becomes wider breaks every line anew: the page then ends with its content.
    await phone.setViewportSize({ width: 320, height: 568 });
    await scrollTo(100_000);
    await drawn();
    await phone.setViewportSize({ width: 1280, height: 800 });
    await drawn();
    expect(await phone.evaluate(() => document.documentElement.style.minHeight)).toBe("");
    await phone.setViewportSize(PHONE.viewport);
  });

  await test.step("a reader finds rebuttals by words and by side", async () => {
    await button("Search and filter").click();
    await main.getByRole("searchbox", { name: "Search words or names" }).fill("third");
    await expect(main.getByText("1 of 5")).toBeVisible();
    await expect(main.getByText("Third reply.")).toBeVisible();
    await main.getByRole("searchbox").fill("");
    await button(/^Against/u).click();
    await expect(main.getByText("Something new.")).toBeVisible();
    await expect(main.getByText("The fishing grounds feed")).toHaveCount(0);
    await check(phone, "threads phone filter");
    await button("Search and filter").click();
  });

  await test.step("beside a sentence stands how many answer it, and its paragraph leads to them", async () => {
    await phone.getByRole("tab", { name: "Read" }).click();
    await main.getByRole("tab", { name: /Against/u }).click();
    await expect(main.locator("#against-1 [data-sentence='0']")).toHaveAttribute("data-answers", "1");
    await check(phone, "threads phone answered");
    await button(/^1 rebuttal answers paragraph 1 of /u).click();
    await expect(main.getByText("1 of 5")).toBeVisible();
    await expect(thread).toBeVisible();
    await button("Clear").click();
    await button("Search and filter").click();
  });

  await test.step("an answer to me is noticed and counted until it was in view", async () => {
    await button("Write a rebuttal").click();
    const composer = phone.getByRole("dialog");
    await composer.getByLabel("Your argument").fill("A card is no map.");
    await composer.getByRole("button", { name: "Send" }).click();
    await expect(main.getByText("Sent", { exact: true })).toBeVisible();
    const own = (await host.sync()).rebuttals.find(({ body }) => body === "A card is no map.");
    await phone.getByRole("tab", { name: "Read" }).click();
    await post(bob, { body: "Nobody said it was.", replyTo: own?.id ?? "" });
    const notice = phone.getByRole("region", { name: "Notifications (F8)" });
    await expect(notice.getByText(/replied to you$/u)).toBeVisible();
    await expect(phone.getByRole("tab", { name: "Rebuttals 1 new reply to you" })).toBeVisible();
    // [R29] Also once the class has moved on.
    await moveTo(host, "after");
    await expect(phone.getByRole("tab", { name: "Vote" })).toHaveAttribute("aria-selected", "true");
    await notice.getByRole("button", { name: "Show" }).click();
    await expect(main.getByText("Nobody said it was.")).toBeVisible();
    await expect(phone.getByRole("tab", { name: "Rebuttals", exact: true })).toBeVisible();
    await check(phone, "threads phone answered me");
    await moveTo(host, "rebuttal");
  });

  await test.step("one's own is edited, and says so everywhere; a listed word makes it wait", async () => {
    await button("Edit: A card is no map.").click();
    const composer = phone.getByRole("dialog", { name: "Edit your rebuttal" });
    await expect(composer.getByText(/It will say “edited”/u)).toBeVisible();
    await check(phone, "threads phone edit");
    await composer.getByLabel("Your argument").fill("A card is no map, and a map is no treaty.");
    await composer.getByRole("button", { name: "Save" }).click();
    await expect(main.getByText("edited", { exact: true })).toBeVisible();
    const [changed] = (await ada.sync()).rebuttals.filter(({ edited }) => edited);
    expect(changed?.body).toBe("A card is no map, and a map is no treaty.");
    await button(/^Edit: A card/u).click();
    await phone.getByRole("dialog").getByLabel("Your argument").fill("What shit.");
    await phone.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(main.getByText("Your instructor looks at this first")).toBeVisible();
    expect((await ada.sync()).rebuttals.some(({ edited }) => edited)).toBe(false);
  });

  await test.step("and withdrawn, after a question", async () => {
    await button(/^Withdraw: /u).click();
    await check(phone, "threads phone withdraw");
    await phone.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
    await expect(main.getByRole("heading", { name: "Yours" })).toHaveCount(0);
    await expect(phone.getByRole("heading", { level: 1, name: "Rebuttals" })).toBeFocused();
  });

  const { host: room, wall } = await openFaces(browser, program, { ...opened, colorScheme: "light" }, [
    "host",
    "wall",
  ]);
  const middle = room.getByRole("main");
  const notice = room.getByRole("region", { name: "Notifications (F8)" });
  const act = (name: RegExp | string) => middle.getByRole("button", { name });

  await test.step("the host merges what is nearly the same, and back", async () => {
    await post(cleo, { body: "The fishing grounds feed 3 prefectures!" });
    await post(cleo, { body: "The fishing grounds feed three prefectures" });
    await middle.getByText("Similar rebuttals: 1 group").click();
    await check(room, "threads host similar");
    await act(/^Merge (into|both|all)/u).click();
    await expect(notice.getByText(/merged$/u)).toBeVisible();
    await expect(middle.getByText(/^Similar rebuttals/u)).toHaveCount(0);
    await middle.getByText(/similar rebuttals? merged into this/u).click();
    await check(room, "threads host merged");
    await act(/^Separate: /u)
      .first()
      .click();
    await expect(notice.getByText("1 rebuttal separated")).toBeVisible();
  });

  await test.step("[R32] [R26] merging ticked ones names all their authors, and one press takes it back", async () => {
    const [hers, cleos] = await Promise.all(
      [ada, cleo].map(async (client) => (await client.sync()).you?.name),
    );
    const all = (...named: string[]) => new RegExp(named.map((part) => `\\W*${part}\\W*`).join(""), "u");
    const two = all(hers ?? "", "and", cleos ?? "");
    const three = all(hers ?? "", cleos ?? "", "and", "1 other");
    await expect(thread).toContainText(two);
    await post(bob, { body: "They feed us, in short." });
    await act("Select rebuttals").click();
    for (const name of [/The fishing grounds feed three prefectures\./u, /They feed us, in short\./u])
      await middle.getByRole("checkbox", { name }).check();
    const otherSide = middle.getByRole("checkbox", { name: /Something new\./u });
    await otherSide.check();
    await expect(middle.getByText("To merge, select rebuttals of one side")).toBeVisible();
    await otherSide.uncheck();
    await expect(middle.getByText("To merge, select rebuttals of one side")).toHaveCount(0);
    await middle.getByRole("group", { name: "Selection" }).getByRole("button", { name: "Merge" }).click();
    await expect(thread).toContainText(three);
    await expect(middle.getByText(all("by", hers ?? "", cleos ?? "", "and"))).toBeVisible();
    await check(phone, "threads phone merged");
    await check(room, "threads host merged several");
    await notice.getByRole("button", { name: "Undo" }).first().click();
    await expect(thread).toContainText(two);
    await act("Select rebuttals").click();
  });

  await test.step("hides several at once, and takes it back", async () => {
    await act("Select rebuttals").click();
    await act(/^Select \d+, without replies$/u).click();
    await check(room, "threads host several");
    await middle.getByRole("group", { name: "Selection" }).getByRole("button", { name: "Hide" }).click();
    await expect.poll(async () => (await ada.sync()).rebuttals.length).toBe(1);
    await expect(notice.getByText(/rebuttals hidden/u)).toBeVisible();
    await notice.getByRole("button", { name: "Undo" }).first().click();
    await expect.poll(async () => (await ada.sync()).rebuttals.length).toBeGreaterThan(4);
    await act("Select rebuttals").click();
  });

  await test.step("and puts a rebuttal with its replies on the projector", async () => {
    await act(/^With 2 replies: /u)
      .first()
      .click();
    await expect(wall.getByText("Second reply.")).toBeVisible();
    await expect(wall.getByText("3 replies")).toBeVisible();
    await expect(wall.getByText(/^by .+ and /u)).toBeVisible();
    await expect(wall.getByText("Third reply.")).toHaveCount(0);
    await check(wall, "threads wall");
    await expect(main.getByRole("region", { name: "On the projector" })).toContainText("Second reply.");
  });

  for (const client of [host, ...classmates]) client.close();
  await context.close();
});
