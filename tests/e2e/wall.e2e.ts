import { expect, type Locator, type Page, test } from "playwright/test";
import { collectBytes } from "#tests/e2e/support/bytes.ts";
import { check, openFaces, openSession, SCHEMES } from "#tests/e2e/support/faces.ts";
import { joinBySocket, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";

const INSULT = "Whoever sells this card is a fool, and so is my neighbour.";
const ARGUMENT = "Geography does not bargain: a border of four thousand kilometres stays where it is.";

/** A session in its rebuttal phase, with an insult and an argument, and every screen open. */
async function arguing(browser: Parameters<typeof openFaces>[0], colorScheme: "light" | "dark" = "light") {
  const program = await sharedProgram();
  const { cookie, code, key } = await openSession(program);
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const ada = await joinBySocket(program.url, code);
  const pages = await openFaces(browser, program, { cookie, code, key, colorScheme }, ["host", "wall"]);
  const received = collectBytes(pages.wall);
  await pages.wall.reload();
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  const [insult, argument] = [rebuttal({ body: INSULT, side: "against" }), rebuttal({ body: ARGUMENT })];
  for (const posted of [insult, argument]) await ada.send("rebuttal:post", posted);
  const card = (words: string) =>
    pages.host.getByRole("main").getByRole("listitem").filter({ hasText: words });
  await expect(card(INSULT)).toBeVisible();
  return {
    program,
    host,
    ada,
    ...{ pages, received, card, insult, argument },
    [Symbol.dispose]() {
      for (const client of [host, ada]) client.close();
    },
  };
}

/** Over how many lines the words of a control are broken. */
const linesOf = (control: Locator) =>
  control.evaluate((element) => {
    const bottoms = new Set<number>();
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const words = document.createRange();
    while (texts.nextNode()) {
      words.selectNodeContents(texts.currentNode);
      for (const { bottom } of words.getClientRects()) bottoms.add(Math.round(bottom));
    }
    return bottoms.size;
  });

const blankButton = (page: Page) => page.getByRole("button", { name: "Blank projector" });
const isBlank = (page: Page) => expect(page.getByText("The projector is blank.")).toBeAttached();

for (const colorScheme of SCHEMES)
  test(`[V12][V13] the wall shows what the host puts there, or nothing when blanked, ${colorScheme}`, async ({
    browser,
  }) => {
    using lesson = await arguing(browser, colorScheme);
    const { pages, card, received, host, insult } = lesson;
    const { host: room, wall } = pages;
    await expect(wall.getByText("What would you answer?")).toBeVisible();
    const now = room.getByRole("region", { name: "Projector controls" });
    await expect(now).toContainText("On the projector: Rebuttals");
    await check(room, `wall room calm ${colorScheme}`);

    await card(ARGUMENT).getByRole("button", { name: "Show on projector" }).click();
    await expect(wall.getByText(ARGUMENT)).toBeVisible();
    await expect(now).toContainText(ARGUMENT.slice(0, 20));
    await check(room, `wall room put ${colorScheme}`);
    await check(wall, `wall put ${colorScheme}`);
    // The insult has been there for longer; neither its words nor its number came to the projector.
    for (const body of await received.all()) {
      expect(body).not.toContain("fool");
      expect(body).not.toContain(insult.id);
    }

    await blankButton(room).click();
    await isBlank(wall);
    await expect(wall.getByText(ARGUMENT)).toHaveCount(0);
    await expect(blankButton(room)).toHaveAttribute("aria-pressed", "true");
    await check(room, `wall room blank ${colorScheme}`);
    await check(wall, `wall blank ${colorScheme}`);
    // [V50]
    await blankButton(room).click();
    await expect(wall.getByText(ARGUMENT)).toBeVisible();

    await card(INSULT).getByRole("button", { name: "Show on projector" }).click();
    await expect(wall.getByText(INSULT)).toBeVisible();
    await card(INSULT).getByRole("button", { name: "Hide" }).click();
    await expect(wall.getByText(INSULT)).toHaveCount(0);
    await expect(now.getByRole("button", { name: "Take off" })).toHaveCount(0);
    await moveTo(host, "after", { questions: { readingVote: true } });
    await expect(wall.getByText("Vote again", { exact: true })).toBeVisible();
  });

test("[V12] on the host's phone the blank and approve-first buttons stay visible when the page scrolls @long", async ({
  browser,
}) => {
  using lesson = await arguing(browser);
  const { pages, card, host } = lesson;
  const context = await browser.newContext(PHONE);
  await context.addCookies(await pages.host.context().cookies());
  const phone = await context.newPage();
  await phone.goto(pages.host.url());
  const approve = phone.getByRole("switch", { name: "Approve first" });
  const next = phone.getByRole("button", { name: "Open the last vote" });
  const areInSight = async () => {
    for (const control of [approve, blankButton(phone), next])
      await expect(control).toBeInViewport({ ratio: 1 });
  };
  for (const place of [0, 100_000]) {
    await phone.evaluate((top) => window.scrollTo(0, top), place);
    await areInSight();
  }
  await phone.evaluate(() => window.scrollTo(0, 0));
  await check(phone, "wall host phone");
  const size = phone.viewportSize() as { width: number; height: number };
  const qrCode = phone.getByRole("button", { name: "Show QR code" });
  for (const width of [320, 359, 360, 375]) {
    await phone.setViewportSize({ width, height: 568 });
    await areInSight();
    for (const control of [blankButton(phone), phone.getByText("Approve first"), qrCode])
      expect([width, await linesOf(control)]).toEqual([width, 1]);
    const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await phone.evaluate(overhang)).toBe(0);
  }
  await check(phone, "wall host phone small");
  await phone.setViewportSize(size);
  await approve.click();
  await expect(approve).toBeChecked();
  expect((await host.sync()).session.approveFirst).toBe(true);
  await card(ARGUMENT).getByRole("button", { name: "Show on projector" }).click();
  await expect(phone.getByRole("region", { name: "Projector controls" })).toContainText(
    ARGUMENT.slice(0, 20),
  );
  await areInSight();
  await check(phone, "wall host phone put");
  await blankButton(phone).click();
  await isBlank(pages.wall);
  await check(phone, "wall host phone blank");
});

test("[P9] no key changes the phase without a confirmation, or while the key has another use @long", async ({
  browser,
}) => {
  using lesson = await arguing(browser);
  const { pages, host, ada, card } = lesson;
  const { host: room, wall } = pages;
  const question = room.getByRole("dialog");
  const phase = async () => (await host.sync()).session.phase;
  const nothing = async (key: string) => {
    await room.keyboard.press(key);
    // Anything the key caused would show by the time of the page's next action.
    await room.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
    await expect(question).toHaveCount(0);
  };
  const free = () => room.getByRole("banner").getByText("Japan Could Play").click();
  // Enough of them for the list to scroll.
  for (let count = 0; count < 12; count += 1)
    await ada.send("rebuttal:post", rebuttal({ body: `Point ${count}` }));
  await expect(card("Point 11")).toHaveCount(1);

  await test.step("keys in a list that scrolls, on a control, with modifiers or held down do nothing", async () => {
    for (const place of [
      () => room.getByRole("main").getByText("Point 11").last().click(),
      () => room.locator("nav ol").focus(),
      () => room.getByRole("button", { name: "Newest" }).focus(),
      () => room.getByRole("switch", { name: "Approve first" }).focus(),
    ]) {
      await place();
      for (const key of ["ArrowRight", "PageDown", "PageUp", "n"]) await nothing(key);
    }
    await room.getByRole("main").getByText("Point 11").last().click();
    await nothing("b");
    await free();
    for (const key of ["Control+ArrowRight", "Alt+PageDown", "Shift+n", "Meta+b"]) await nothing(key);
    await room.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "n", repeat: true, bubbles: true })),
    );
    await nothing("ArrowLeft");
    expect(await phase()).toBe("rebuttal");
    expect((await host.sync()).session).not.toHaveProperty("wall");
  });

  await test.step("in a narrow window, where the whole page scrolls, Page Down and Page Up ask for confirmation too", async () => {
    const wide = room.viewportSize() as { width: number; height: number };
    await room.setViewportSize({ width: 1024, height: 700 });
    const spare = () => document.documentElement.scrollHeight - document.documentElement.clientHeight;
    expect(await room.evaluate(spare)).toBeGreaterThan(0);
    await free();
    await room.keyboard.press("PageDown");
    await expect(question).toBeVisible();
    await room.keyboard.press("Escape");
    await expect(question).toHaveCount(0);
    await room.keyboard.press("PageUp");
    await expect(question).toContainText("Back to");
    await room.keyboard.press("Escape");
    await expect(question).toHaveCount(0);
    expect([await phase(), await room.evaluate(() => window.scrollY)]).toEqual(["rebuttal", 0]);
    await room.setViewportSize(wide);
  });

  await test.step("elsewhere they ask for confirmation: Escape cancels, Enter changes the phase", async () => {
    await free();
    for (const key of ["ArrowRight", "PageDown", "n"]) {
      await room.keyboard.press(key);
      await expect(question).toBeVisible();
      await room.keyboard.press("n");
      await room.keyboard.press("Escape");
      await expect(question).toHaveCount(0);
      expect(await phase()).toBe("rebuttal");
    }
    await room.keyboard.press("PageUp");
    await expect(question).toContainText("Back to");
    await check(room, "wall question back");
    await room.keyboard.press("Escape");
    await expect(question).toHaveCount(0);
    await room.keyboard.press("n");
    await expect(question).toBeVisible();
    await check(room, "wall question");
    await room.keyboard.press("Enter");
    await expect(room.getByText("Now: Last vote")).toBeVisible();
    expect(await phase()).toBe("after");
  });

  await test.step("[V13] B turns the blank wall on and off", async () => {
    await free();
    await room.keyboard.press("b");
    await isBlank(wall);
    // The projector may hear of it before the control room does, which until then takes no second press.
    await expect(blankButton(room)).toHaveAttribute("aria-pressed", "true");
    await room.keyboard.press("B");
    await expect(wall.getByText("Vote again", { exact: true })).toBeVisible();
  });

  await test.step("[H5] the keys also work while the help or a stop of the tour is open", async () => {
    const help = room.getByRole("button", { name: "Help" });
    for (const opens of [help, room.getByRole("button", { name: "Take the tour" })]) {
      await opens.click();
      await expect(question).toHaveCount(1);
      for (const isBlanked of ["true", "false"]) {
        await room.keyboard.press("b");
        await expect(blankButton(room)).toHaveAttribute("aria-pressed", isBlanked);
      }
    }
    await room.keyboard.press("Escape");
    await expect(question).toHaveCount(0);
    await expect(help).toBeFocused();
  });

  await test.step("Escape leaves a control, and then the keys work again", async () => {
    await blankButton(room).focus();
    await room.keyboard.press("Escape");
    await room.keyboard.press("n");
    await expect(question).toBeVisible();
    await room.keyboard.press("Escape");
  });

  await test.step("when switched off, the keys do nothing, also after a reload", async () => {
    await room.getByRole("button", { name: "Shortcuts" }).click();
    await check(room, "wall shortcuts");
    await room.getByRole("switch", { name: "Use shortcuts" }).click();
    await room.keyboard.press("Escape");
    await free();
    for (const key of ["n", "ArrowRight", "PageDown", "PageUp", "b"]) await nothing(key);
    await room.reload();
    await expect(room.getByRole("button", { name: "Shortcuts off" })).toBeVisible();
    await free();
    for (const key of ["n", "b"]) await nothing(key);
    expect((await host.sync()).session).not.toHaveProperty("wall");
  });
});
