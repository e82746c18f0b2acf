import { expect, type Page, test } from "playwright/test";
import { check, openFaces, openSession } from "#tests/e2e/support/faces.ts";
import { withHeldNews } from "#tests/e2e/support/held-news.ts";
import { joinBySocket, PHONE, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";

const ARGUMENT = "Geography does not bargain: a border of four thousand kilometres stays where it is.";

test("[H9] a host closes a suggestion, uses the timer, steps back and on again, and the wall is unchanged @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie, code, key } = await openSession(program);
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const ada = await joinBySocket(url, code);
  const { host: room, wall } = await openFaces(
    browser,
    program,
    { cookie, code, key, colorScheme: "light" },
    ["host", "wall"],
  );
  const now = (phase: string | RegExp) => expect(room.locator('[aria-current="step"]')).toHaveText(phase);
  const next = (name: string | RegExp) => room.getByRole("button", { name }).first();

  const suggestion = (page: Page) => page.getByRole("complementary", { name: "Suggestion" });
  await test.step("[H9] a closed suggestion stays closed in every tab, and after a reload", async () => {
    await moveTo(host, "before");
    await ada.send("ballot:cast", ballot("for"));
    const other = await room.context().newPage();
    await other.goto(room.url());
    for (const tab of [room, other])
      await expect(suggestion(tab)).toContainText("Everyone has voted. Time for the next step.");
    await suggestion(room).getByRole("button", { name: "Close suggestion" }).click();
    for (const tab of [room, other]) await expect(suggestion(tab)).toHaveCount(0);
    for (const tab of [room, other]) {
      await tab.reload();
      await whenInteractive(tab);
      await expect(tab.getByText("1 of 1").first()).toBeVisible();
      await expect(suggestion(tab)).toHaveCount(0);
    }
    await other.close();
  });

  await test.step("[P7] [P9] a question from before the class moved another way does not come back with its phase", async () => {
    const question = room.getByRole("dialog");
    await room.keyboard.press("n");
    await expect(question).toBeVisible();
    // What a browser keeps free for its scrollbar has the root's color, and nothing covers it.
    const backdrop = room.locator("[data-backdrop]");
    const shade = await backdrop.evaluate((element) => getComputedStyle(element).backgroundColor);
    await expect(room.locator("html")).toHaveCSS("background-color", shade);
    for (const [to, name] of [
      ["lobby", "Lobby"],
      ["before", "First vote"],
    ] as const) {
      await moveTo(host, to);
      await now(name);
      await expect(question).toHaveCount(0);
    }
    // Nor does one about the way back stay: by now that may lead forward.
    await room.getByRole("button", { name: "Lobby: go back" }).click();
    await expect(question).toContainText("Back to");
    await moveTo(host, "reading");
    await now("Reading");
    await expect(question).toHaveCount(0);
    await moveTo(host, "before");
    await now("First vote");
  });

  await test.step("a timer that only warns does not change the phase; an automatic one does", async () => {
    await next("Timer").click();
    await room.getByRole("button", { name: "1 minute", exact: true }).click();
    await expect(wall.getByRole("timer")).toBeVisible();
    // The seconds that a test can wait for are set by a message; the panel counts in minutes.
    await host.send("host:timer", { seconds: 1 });
    await expect(room.getByRole("timer").first()).toHaveText(/0:00|up/iu);
    await now("First vote");
    await next(/^Change/u).click();
    await room.getByRole("checkbox").check();
    await expect(room.getByText("Close the vote and show the positions").last()).toBeVisible();
    await check(room, "steering timer");
    await room.keyboard.press("Escape");
    await host.send("host:timer", { seconds: 1, closes: true });
    await now("Reading");
  });

  const card = room.getByRole("main").getByRole("listitem").filter({ hasText: ARGUMENT });
  await test.step("back in reading, opening the vote asks for confirmation, and the wall is unchanged", async () => {
    await moveTo(host, "rebuttal", { questions: { readingVote: true } });
    await ada.send("rebuttal:post", rebuttal({ body: ARGUMENT }));
    await card.getByRole("button", { name: "Show on projector" }).click();
    await expect(wall.getByText(ARGUMENT)).toBeVisible();
    await room.getByRole("button", { name: "Reading: go back", exact: true }).click();
    await room.getByRole("dialog").getByRole("button", { name: "Go back" }).click();
    await now("Reading");
    await expect(wall.getByText(ARGUMENT)).toHaveCount(0);
    await next("Open the vote after reading").click();
    const question = room.getByRole("dialog");
    await expect(question).toContainText("read rebuttals");
    await check(room, "steering skip");
    await room.setViewportSize({ width: 390, height: 844 });
    await check(room, "steering skip phone");
    await room.setViewportSize({ width: 1280, height: 800 });
    await question.getByRole("button", { name: /^Skip/u }).click();
    await now("Rebuttals");
    await expect(wall.getByText(ARGUMENT)).toBeVisible();
  });

  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  await context.addCookies(await room.context().cookies());
  const phone = await context.newPage();
  await phone.goto(room.url());

  await test.step("on a phone the buttons of a notice are fully visible", async () => {
    const item = phone.getByRole("main").getByRole("listitem").filter({ hasText: ARGUMENT });
    await item.getByRole("button", { name: "Hide" }).click();
    const notice = phone
      .getByRole("region", { name: /^Notifications/u })
      .getByRole("listitem")
      .first();
    await expect(notice).toBeVisible();
    const buttons = await notice.getByRole("button", { name: /^(?!Close)/u }).all();
    expect(buttons).toHaveLength(2);
    for (const button of buttons) {
      const box = await button.boundingBox();
      expect(box?.height).toBeLessThan(45);
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
    }
    await check(phone, "steering notice phone");
  });

  await test.step("a new phase starts at the top of the page, with the heading that its button named", async () => {
    for (let count = 0; count < 12; count += 1)
      await ada.send("rebuttal:post", rebuttal({ body: `Point ${count}` }));
    await expect(phone.getByText("Point 11").first()).toBeAttached();
    // [H9] Another phase has suggestions of its own.
    await expect(suggestion(room)).toContainText("For wrote 100% of the rebuttals.");
    await phone.evaluate(() => window.scrollTo(0, 600));
    await expect.poll(() => phone.evaluate(() => window.scrollY)).toBeGreaterThan(300);
    const step = phone.getByRole("button", { name: /^Open the \w+ vote/u });
    const name = /the (\w+) vote/u.exec((await step.textContent()) ?? "")?.[1] ?? "none";
    await step.click();
    await expect(phone.getByRole("heading", { name: new RegExp(`${name} vote`, "iu") })).toBeInViewport();
    await expect.poll(() => phone.evaluate(() => window.scrollY)).toBe(0);
    await check(phone, "steering last vote phone");
    await ada.send("ballot:cast", ballot("for", "after"));
    await expect(suggestion(room)).toContainText("Everyone has voted.");
  });

  for (const client of [host, ada]) client.close();
});

test("[P10, R26] the open timer panel follows what another control room sets, and begins anew with the next phase @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { cookie, code, key } = await openSession(program);
  const other = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const { host: room } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, [
    "host",
  ]);
  await moveTo(other, "rebuttal", { questions: { readingVote: true } });
  await test.step("what is written appears after it was approved, where the host approves first", async () => {
    await expect(room.getByText("What they write appears here right away.")).toBeVisible();
    await other.send("host:approve-first", { on: true });
    await expect(room.getByText("What they write appears here once you approve it.")).toBeVisible();
  });
  await test.step("[R26] nothing covers the first tick while several are chosen", async () => {
    const ada = await joinBySocket(program.url, code);
    for (const body of [ARGUMENT.repeat(3), "Maps are drawn by people."])
      await ada.send("rebuttal:post", rebuttal({ body }));
    await room.getByRole("button", { name: "Select several" }).click();
    const tick = room.getByRole("checkbox", { name: /^Select:/u }).first();
    await expect(tick).toBeVisible();
    const isOnTop = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === element;
    };
    expect(await tick.evaluate(isOnTop)).toBe(true);
    ada.close();
  });
  await other.send("host:timer", { seconds: 60, closes: true });
  await room.getByRole("button", { name: /^Change/u }).click();
  const panel = room.getByRole("dialog", { name: "Timer for this phase, in minutes" });
  const movesOn = panel.getByRole("checkbox", { name: /^Move on automatically/u });
  await expect(movesOn).toBeChecked();
  await other.send("host:timer", { seconds: 60, closes: false });
  await expect(movesOn).not.toBeChecked();
  await panel.getByRole("button", { name: "Add a minute" }).click();
  await expect(panel).toBeHidden();
  expect((await other.sync()).session.timerCloses ?? false).toBe(false);

  await room.getByRole("button", { name: /^Change/u }).click();
  await movesOn.check();
  await expect.poll(async () => (await other.sync()).session.timerCloses).toBe(true);
  await expect(movesOn).toBeChecked();

  // From here on the page hears late what the session does.
  const news = await withHeldNews(room);
  await room.reload();
  await expect.poll(news.isLive).toBe(true);
  const NEWS = /^42\["session"/u;
  await test.step("[P8] a minute or a tick that comes after the class has moved is refused, and the tick goes back", async () => {
    await room.getByRole("button", { name: /^Change/u }).click();
    await expect(movesOn).toBeChecked();
    news.hold(NEWS);
    await moveTo(other, "after");
    await movesOn.click();
    await expect(room.getByText("Something changed in the meantime.")).toBeVisible();
    await expect(movesOn).toBeChecked();
    await panel.getByRole("button", { name: "Add a minute" }).click();
    await expect(panel.getByRole("button", { name: "Add a minute" })).toBeEnabled();
    expect((await other.sync()).session).not.toHaveProperty("phaseEndsAt");
    news.release();
    await expect(movesOn).not.toBeChecked();
  });
  await test.step("[V29] where the timer moves the class on, no minute more is offered once it is up", async () => {
    await other.send("host:timer", { seconds: 2, closes: true });
    await expect(room.getByRole("timer").first()).toBeVisible();
    news.hold(NEWS);
    const main = room.getByRole("main");
    await expect(main.getByText("The class is moving on automatically.")).toBeVisible();
    await expect(main.getByRole("button", { name: "Add a minute" })).toHaveCount(0);
    news.release();
    await expect(room.locator('[aria-current="step"]')).toHaveText("Results");
  });
  other.close();
});
