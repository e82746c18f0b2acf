import { type BrowserContext, expect, type Page } from "playwright/test";
import { SUMMED_UP } from "#app/shared/notices/announcements.ts";
import { listenIn } from "#tests/e2e/support/announced.ts";
import { check, openHosted, pressOn } from "#tests/e2e/support/faces.ts";
import { joinBySocket, PHONE, vote, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { expectForThumbs } from "#tests/e2e/support/targets.ts";
import { test } from "#tests/e2e/support/test.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";

const WORDS = "Geography does not bargain, and Japan has no other neighbors.";

/** A session with every optional question, its host, and two classmates of whom one wrote twice. */
async function openClass() {
  const settings = { questions: { confidence: true, reasons: true, credit: true } };
  const { url, cookie, code, host } = await openHosted(settings);
  const [one, other] = [await joinBySocket(url, code), await joinBySocket(url, code)];
  return { url, code, cookie, host, one, other };
}

const focused = (page: Page) => page.locator(":focus");
const dialog = (page: Page) => page.getByRole("dialog");

async function joinByKeyboard(context: BrowserContext, url: string, code: string) {
  const page = await context.newPage();
  const announced = await listenIn(page);
  await page.goto(`${url}/s/${code}`);
  await whenInteractive(page);
  await pressOn(page.getByRole("button", { name: "Join" }), "Enter");
  const says = (words: string | RegExp) =>
    expect
      .poll(async () => (await announced()).map((each) => each.words).join("\n"), {
        timeout: SUMMED_UP + 15_000,
      })
      .toMatch(words);
  return { page, announced, says };
}

test("[F1, F6, F8, F9] by keyboard a student joins, votes, writes, answers, credits and deletes; the focus is never lost", async ({
  browser,
}) => {
  const { url, code, host, one, other } = await openClass();
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  const { page, announced, says } = await joinByKeyboard(context, url, code);
  const write = page.getByRole("button", { name: /^(Write a rebuttal|Continue writing)$/u });
  const field = page.getByLabel("Your argument");

  await test.step("joining leads to the heading of the room, and says so", async () => {
    await expect(focused(page)).toHaveText("You are in");
    await says(/You have joined\. Now: Lobby/u);
  });

  await test.step("after the vote a hint says how many questions follow and who reads the answers, and leads to them", async () => {
    await moveTo(host, "before");
    await expect(focused(page)).toHaveText("Your vote before the debate");
    await pressOn(page.getByRole("button", { name: /^For/u }), "Enter");
    const hint = page.getByRole("button", { name: "2 optional questions" });
    await expect(hint).toBeInViewport({ ratio: 1 });
    await expect(page.getByText(/Only your instructor sees your answers/u)).toBeInViewport({ ratio: 1 });
    await pressOn(hint, "Enter");
    await expect(focused(page)).toHaveText("Would you like to add something?");
    await expect(page.getByLabel("Why?")).toBeInViewport({ ratio: 1 });
  });

  await moveTo(host, "rebuttal");
  await test.step("a button that leads to another view takes the focus along", async () => {
    await pressOn(page.getByRole("button", { name: "Pick a sentence" }), "Enter");
    await expect(focused(page)).toHaveText("Two experts disagree");
    await page.getByRole("tab", { name: "Rebuttals", exact: true }).click();
    await page.getByRole("heading", { name: "Rebuttals", exact: true }).focus();
  });

  const argument = rebuttal({ body: "Russia would have to give up its largest neighbor.", side: "against" });
  await one.send("rebuttal:post", argument);
  await one.send("rebuttal:post", rebuttal({ body: "Maps say otherwise.", side: "against" }));
  await other.send("rebuttal:post", rebuttal({ body: "Trade says otherwise." }));

  await test.step("writing comes first, and repeated buttons say whose rebuttal they are about", async () => {
    await expect(focused(page)).toHaveText("Rebuttals");
    await expect(page.getByRole("button", { name: /^This is persuasive/u })).toHaveCount(3);
    await page.keyboard.press("Tab");
    await expect(write).toBeFocused();
    for (const what of [/^This is persuasive/u, /^Reply/u, /^Report/u]) {
      const names = await page
        .getByRole("button", { name: what })
        .evaluateAll((buttons) =>
          buttons.map((button) => button.getAttribute("aria-label") ?? button.textContent ?? ""),
        );
      expect(new Set(names).size, names.join(", ")).toBe(3);
    }
  });

  await test.step("the composer opens in its field, a space is a space, and Escape leads back to what opened it", async () => {
    await page.keyboard.press("Enter");
    await expect(field).toBeFocused();
    await page.keyboard.press("Space");
    await expect(field).toHaveValue(" ");
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
    await expect(write).toBeFocused();
    const reply = page.getByRole("button", { name: /^Reply/u }).last();
    await pressOn(reply, "Space");
    await expect(field).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
    await expect(reply).toBeFocused();
  });

  await test.step("Back closes the composer and keeps the words; without a connection the composer says so", async () => {
    await pressOn(write, "Enter");
    await field.fill(WORDS);
    await page.evaluate(() => history.back());
    await expect(dialog(page)).toHaveCount(0);
    await expect(write).toHaveText("Continue writing");
    await expect(write).toBeFocused();
    await pressOn(write, "Enter");
    await expect(field).toHaveValue(WORDS);
    await context.setOffline(true);
    await expect(dialog(page).getByText(/^Offline/u)).toBeVisible();
    await context.setOffline(false);
    await expect(dialog(page).getByText(/^Offline/u)).toHaveCount(0);
  });

  await test.step("sending leads back to the button, and says when it is sent", async () => {
    await pressOn(dialog(page).getByRole("button", { name: "Send" }), "Enter");
    await expect(dialog(page)).toHaveCount(0);
    await expect(write).toBeFocused();
    await says(/Your rebuttal was sent/u);
  });

  await test.step("the composer leads to a sentence to answer, also once classmates wrote, and keeps the words", async () => {
    await pressOn(write, "Enter");
    await field.fill("Maps are old.");
    await pressOn(dialog(page).getByRole("button", { name: "Pick a sentence" }), "Enter");
    await expect(focused(page)).toHaveText("Two experts disagree");
    await page.locator("[data-paragraph='for 1'] [data-sentence]").first().click();
    await pressOn(page.getByRole("button", { name: "Answer this" }), "Enter");
    await expect(field).toHaveValue("Maps are old.");
    await expect(dialog(page).getByText(/, paragraph 1$/u)).toBeVisible();
    await expect(dialog(page).getByRole("button", { name: "Pick a sentence" })).toHaveCount(0);
    await pressOn(dialog(page).getByRole("button", { name: "Send" }), "Enter");
    await expect(write).toBeFocused();
  });

  await test.step("a reply that is sent leaves its reader where it was written", async () => {
    const reply = page.getByRole("button", { name: /^Reply/u }).last();
    await pressOn(reply, "Enter");
    await field.fill("Both can be true.");
    await pressOn(dialog(page).getByRole("button", { name: "Send" }), "Enter");
    await expect(dialog(page)).toHaveCount(0);
    await expect(reply).toBeFocused();
    await expect(reply).toBeInViewport({ ratio: 1 });
  });

  await test.step("[F2] [R29] a reply to one's own rebuttal is news: its notice says who, and is not heard, too", async () => {
    const { rebuttals } = await host.sync();
    const replyTo = rebuttals.find(({ body }) => body === WORDS)?.id ?? "";
    await one.send("rebuttal:post", rebuttal({ body: "Neighbors change.", replyTo }));
    await says(/1 new reply to what you wrote/u);
    const notice = page.getByRole("listitem").filter({ hasText: /replied to you/u });
    await expect(notice).toBeVisible();
    const heard = (await announced()).map(({ words }) => words);
    expect(heard.filter((words) => words.includes("replied to you"))).toEqual([]);
    for (const button of await notice.getByRole("button").all()) await expectForThumbs(button);
    await page.keyboard.press("F8");
    await expect(notice.getByRole("button", { name: "Show" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(notice).toHaveCount(0);
  });

  await test.step("a thumb meets the number of a paragraph, and the count of what answers it", async () => {
    await page.getByRole("tab", { name: "Read", exact: true }).click();
    const beside = page.locator("#for-1 > div > button");
    await expect(beside).toHaveCount(2);
    for (const button of await beside.all()) await expectForThumbs(button);
    await page.getByRole("tab", { name: /^Rebuttals/u }).click();
  });

  await test.step("Back asks before it leaves the room", async () => {
    await page.evaluate(() => history.back());
    await expect(dialog(page)).toHaveAccessibleName("Leave the debate?");
    await expect(dialog(page)).toHaveAccessibleDescription(/./u);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
    await page.evaluate(() => history.back());
    await pressOn(dialog(page).getByRole("button", { name: "Stay" }), "Enter");
    await expect(dialog(page)).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("heading", { name: "Rebuttals", exact: true })).toBeVisible();
  });

  await test.step("a link to a place in the page is not Back, and the link past the header adds nothing to the history", async () => {
    await whenInteractive(page);
    await pressOn(page.getByRole("link", { name: "Skip to content" }), "Enter");
    await expect(page.locator("#content")).toBeFocused();
    await expect(page).not.toHaveURL(/#/u);
    await page.evaluate(() => {
      location.hash = "content";
    });
    await pressOn(write, "Enter");
    await expect(field).toBeFocused();
    await page.evaluate(() => history.back());
    await expect(dialog(page)).toHaveCount(0);
    await page.evaluate(() => history.back());
    await expect(page).not.toHaveURL(/#/u);
    await page.evaluate(() => history.back());
    await expect(dialog(page)).toHaveAccessibleName("Leave the debate?");
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
  });

  await test.step("a picked credit has the focus, and so has the list when it is picked anew", async () => {
    await moveTo(host, "after");
    await vote(page, "against");
    await pressOn(page.getByRole("radio", { name: "Rebuttal" }), "Space");
    await pressOn(page.getByRole("button", { name: new RegExp(argument.body, "u") }), "Enter");
    const change = page.getByRole("button", { name: "Change" });
    await expect(change).toBeFocused();
    await expect(change).toHaveAccessibleDescription(argument.body);
    await page.keyboard.press("Enter");
    await expect(focused(page)).toHaveText(/Pick the rebuttal/u);
  });

  await test.step("deleting one's words ends at a note that says so, and Back asks no more once one has left", async () => {
    const settings = page.getByRole("button", { name: "your data" });
    // What has a name already needs no description with the same words.
    await expect(settings).toHaveAccessibleDescription("");
    await pressOn(settings, "Enter");
    await expectForThumbs(dialog(page).getByRole("link", { name: "What is kept and who sees it" }));
    await pressOn(dialog(page).getByRole("button", { name: "Delete what I wrote" }), "Enter");
    await expect(dialog(page)).toHaveAccessibleDescription(/permanently deleted/u);
    await pressOn(dialog(page).getByRole("button", { name: "Delete my words" }), "Enter");
    await expect(focused(page)).toContainText("What you wrote was deleted.");
    await page.evaluate(() => history.back());
    await pressOn(dialog(page).getByRole("button", { name: "Leave" }), "Enter");
    await expect(page).not.toHaveURL(new RegExp(code, "u"));
  });
});

test("[F1] a wrong code leads to its field, which says what is wrong", async ({ browser }) => {
  const { url } = sharedProgram();
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.goto(`${url}/s/ZZZZZZ`);
  await expect(focused(page)).toHaveAccessibleDescription(/no session|not found|check/iu);
  await expect(focused(page)).toHaveAttribute("name", "code");
});

/** The share of the window's height that neither a bar nor a dialog's own head and foot take. */
const roomForText = (page: Page) =>
  page.evaluate(() => {
    const popup = document.querySelector<HTMLElement>("[role=dialog]");
    const scrolls = [popup, ...(popup?.querySelectorAll<HTMLElement>("*") ?? [])].find(
      (element) => element && ["auto", "scroll"].includes(getComputedStyle(element).overflowY),
    );
    if (scrolls) return scrolls.clientHeight / window.innerHeight;
    const taken = new Set<number>();
    for (const element of document.querySelectorAll("main *")) {
      const { position } = getComputedStyle(element);
      if (position !== "fixed" && position !== "sticky") continue;
      const { top, bottom, height } = element.getBoundingClientRect();
      if (height < 2) continue;
      for (let y = Math.max(0, Math.floor(top)); y < Math.min(window.innerHeight, bottom); y++) taken.add(y);
    }
    return 1 - taken.size / window.innerHeight;
  });

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** WCAG 1.4.12. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

test("[F4, F7] small windows, zoom, text spacing and large text leave room, and nothing scrolls sideways", async ({
  browser,
}) => {
  const { url, code, host, one } = await openClass();
  const context = await browser.newContext({
    viewport: { width: 320, height: 256 },
    reducedMotion: "reduce",
  });
  const { page, says } = await joinByKeyboard(context, url, code);
  await moveTo(host, "rebuttal");
  await one.send("rebuttal:post", rebuttal({ body: `${WORDS} `.repeat(6) }));
  const tab = (name: string) => page.getByRole("tab", { name, exact: true });
  const persuasive = page.getByRole("button", { name: /^This is persuasive/u });

  await test.step("at 320 x 256 at least 60 % of the height is for text and field", async () => {
    await persuasive.scrollIntoViewIfNeeded();
    expect(await roomForText(page)).toBeGreaterThanOrEqual(0.6);
    await tab("Read").click();
    await page.locator("#for-2 button").click();
    expect(await roomForText(page)).toBeGreaterThanOrEqual(0.6);
    await page.getByRole("button", { name: "Answer this" }).click();
    await expect(page.getByLabel("Your argument")).toBeFocused();
    expect(await roomForText(page)).toBeGreaterThanOrEqual(0.6);
  });

  await test.step("on a phone held sideways with its keyboard, 844 x 140, the field is in sight and Send can be reached", async () => {
    await page.setViewportSize({ width: 844, height: 140 });
    await page.keyboard.type(WORDS);
    await expect(page.getByLabel("Your argument")).toBeInViewport({ ratio: 0.5 });
    await dialog(page).getByRole("button", { name: "Send" }).click();
    await expect(dialog(page).getByText("Pick the side it argues.")).toBeInViewport();
    await page.keyboard.press("Escape");
  });

  await test.step("with the text spacing of WCAG 1.4.12 nothing scrolls sideways at 320", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, SPACING);
    for (const name of ["Read", "Rebuttals"]) {
      await tab(name).click();
      expect(await overflow(page), name).toBeLessThanOrEqual(0);
    }
    await page.getByRole("button", { name: "Continue writing" }).click();
    expect(await dialog(page).evaluate((popup) => popup.scrollWidth - popup.clientWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.keyboard.press("Escape");
  });

  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  await test.step("text grows to twice its size in steps that are said, and is kept", async () => {
    await page.getByRole("button", { name: "your data" }).click();
    const size = () =>
      page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    for (const percent of [125, 150, 200]) {
      await dialog(page).getByRole("button", { name: "Larger text" }).click();
      await says(new RegExp(`Text size ${percent}\\s?%`, "u"));
      expect(await size()).toBe((16 * percent) / 100);
    }
    expect(await dialog(page).evaluate((popup) => popup.scrollWidth - popup.clientWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.reload();
    await expect.poll(size).toBe(32);
    for (const name of ["Read", "Rebuttals"]) {
      await tab(name).click();
      expect(await overflow(page), name).toBeLessThanOrEqual(0);
    }
    await tab("Read").click();
    await page.locator("#for-2 button").click();
    await expect(page.getByRole("button", { name: "Answer this" })).toBeInViewport({ ratio: 1 });
    await moveTo(host, "after");
    await vote(page, "undecided");
    expect(await overflow(page), "vote").toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "your data" }).click();
    await dialog(page).getByRole("button", { name: "Normal text" }).click();
    await expect.poll(size).toBe(16);
    await page.keyboard.press("Escape");
  });

  await test.step("at 360 px, what someone finds persuasive moves nothing in the list", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.reload();
    await moveTo(host, "rebuttal");
    await persuasive.click();
    const item = page.getByRole("listitem").filter({ has: persuasive });
    const { height: before } = (await item.boundingBox()) ?? {};
    await expect(persuasive).toHaveText(/1$/u);
    expect((await item.boundingBox())?.height).toBe(before);
  });
});

test("[F3, F5] in forced colors what is chosen stays visible; the phone says what is on the projector, and its flow has a sentence and a table", async ({
  browser,
}) => {
  const { url, code, host, one, other } = await openClass();
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce", forcedColors: "active" });
  const { page, says } = await joinByKeyboard(context, url, code);
  /** Background and border of what is chosen and of what is not. */
  const looks = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((elements) => [
        ...new Set(elements.map((each) => getComputedStyle(each).backgroundColor)),
      ]);

  await moveTo(host, "before");
  await one.send("ballot:cast", ballot("for"));
  await other.send("ballot:cast", ballot("against"));
  await vote(page, "for");
  await expect.poll(() => looks("button[name=choice]")).toHaveLength(2);
  await page.getByRole("radio", { name: /^4/u }).check();
  await expect.poll(() => looks("label:has(input[name^=confidence])")).toHaveLength(2);

  await moveTo(host, "rebuttal");
  const argument = rebuttal({ body: WORDS });
  await one.send("rebuttal:post", argument);
  await expect.poll(() => looks("[role=tablist] [role=tab]")).toHaveLength(2);
  await page.getByRole("button", { name: /^This is persuasive/u }).click();
  const pressed = page.getByRole("button", { name: /^This is persuasive/u, pressed: true });
  await expect(pressed).toBeVisible();
  const colorsOf = (element: Element) => [
    getComputedStyle(element).backgroundColor,
    getComputedStyle(element).color,
  ];
  const [back, front] = await pressed.evaluate(colorsOf);
  expect(back).not.toBe(front);
  expect(back).not.toBe((await page.getByRole("button", { name: /^Reply/u }).evaluate(colorsOf))[0]);

  await host.send("host:wall", { show: { rebuttalId: argument.id } });
  const onWall = page.getByRole("region", { name: "On the projector" });
  await expect(onWall).toContainText(WORDS);
  await says(/On the projector: .*Geography/u);
  await check(page, "phone access on the projector");

  await page.getByRole("tab", { name: "Read", exact: true }).click();
  await page.locator("#for-2 [data-sentence='0']").tap();
  await expect.poll(() => looks("#for-2 [data-sentence]")).toHaveLength(2);

  await moveTo(host, "after");
  await vote(page, "against");
  await moveTo(host, "results");
  await expect(page.getByText(/For went from/u)).toBeVisible();
  await page.getByText("Show as a table").tap();
  await expect(page.getByRole("table", { name: /^People by their answer/u })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  // The table may scroll; what it says does not.
  const said = page.locator("caption > span").filter({ visible: true });
  await said.scrollIntoViewIfNeeded();
  await expect(said).toBeInViewport({ ratio: 1 });
});
