import { expect, type Page, test } from "playwright/test";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Results } from "#debate/counting/results.ts";
import { check, openSession, pressOn, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE, vote } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";

const WHY = "It names what Russia would have to give up, and nobody else here did.";

/** Drags from the first to the last letter of words that stand in one sentence. */
async function drag(page: Page, words: string): Promise<void> {
  const lines = await page.evaluate((wanted) => {
    const sentences = [...document.querySelectorAll("[data-sentence]")];
    const node = sentences.find((sentence) => sentence.textContent?.includes(wanted))?.firstChild;
    if (!node) throw new Error(`Nobody says: ${wanted}`);
    const at = node.textContent?.indexOf(wanted) ?? 0;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    range.startContainer.parentElement?.scrollIntoView({ block: "center" });
    return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({
      left,
      right,
      y: (top + bottom) / 2,
    }));
  }, words);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) throw new Error(`Not on screen: ${words}`);
  await page.mouse.move(first.left + 1, first.y);
  await page.mouse.down();
  await page.mouse.move(last.right - 1, last.y, { steps: 4 });
  await page.mouse.up();
}

test("a student selects sentences, answers a classmate, says what moved the vote, and reads the flow as a table @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie, code } = await openSession(program);
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  const phone = await joinByPhone(url, code, context);
  const students = await Promise.all(Array.from({ length: 6 }, () => joinBySocket(url, code)));
  const [author] = students as [Client];

  const bar = phone.locator("section").filter({ has: phone.getByRole("button", { name: "Answer this" }) });
  const words = bar.getByRole("status");
  const sentence = (place: string, index: number) => phone.locator(`#${place} [data-sentence="${index}"]`);
  const said = async (place: string, index: number) =>
    ((await sentence(place, index).textContent()) ?? "").trim();

  await moveTo(host, "before", { questions: { readingVote: true } });
  await vote(phone, "for");
  for (const student of students) await student.send("ballot:cast", ballot("against"));
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  await phone.getByRole("tab", { name: "Read", exact: true }).click();

  await test.step("a tap selects a sentence, a second tap clears it", async () => {
    await sentence("for-1", 1).tap();
    await expect(words).toHaveText(await said("for-1", 1));
    await check(phone, "arguing picked phone");
    await sentence("for-1", 1).tap();
    await expect(bar).toHaveCount(0);
    // Also between two of its lines.
    const gap = await sentence("for-1", 0).evaluate((element) => {
      element.scrollIntoView({ block: "center" });
      const [first, second] = element.getClientRects();
      if (!first || !second) throw new Error("one line");
      return { x: second.left + 4, y: (first.bottom + second.top) / 2 };
    });
    await phone.touchscreen.tap(gap.x, gap.y);
    await expect(words).toHaveText(await said("for-1", 0));
    await phone.keyboard.press("Escape");
    await expect(bar).toHaveCount(0);
  });

  await test.step("after words were selected by dragging, next and previous are the neighbors of their sentence", async () => {
    await drag(phone, "unfinished business");
    await expect(words).toHaveText(/^unfinished business$/u);
    await bar.getByRole("button", { name: /^Next/u }).click();
    await expect(words).toHaveText(await said("for-2", 3));
    await drag(phone, "unfinished business");
    await expect(words).toHaveText(/^unfinished business$/u);
    await bar.getByRole("button", { name: /^Previous/u }).click();
    await expect(words).toHaveText(await said("for-2", 1));
  });

  await test.step("by keyboard a paragraph's number selects its first sentence, and arrow keys move on", async () => {
    await phone.keyboard.press("Escape");
    await expect(bar).toHaveCount(0);
    await phone.locator("#for-3 button").focus();
    await phone.keyboard.press("Enter");
    await expect(words).toHaveText(await said("for-3", 0));
    const answer = bar.getByRole("button", { name: "Answer this" });
    await expect(answer).toBeFocused();
    await expect(answer).toHaveAccessibleDescription(await said("for-3", 0));
    for (const place of ["for-2", "for-2", "for-3"]) {
      await pressOn(phone.locator(`#${place} button`), "Enter");
      await expect(answer).toBeFocused();
      await expect(words).toHaveText(await said(place, 0));
    }
    await pressOn(bar.getByRole("button", { name: /^Next/u }), "Enter");
    await expect(bar.getByRole("button", { name: /^Next/u })).toBeFocused();
    await expect(words).toHaveText(await said("for-3", 1));
    await pressOn(bar.getByRole("button", { name: "Answer this" }), "Enter");
    await expect(phone.getByRole("dialog")).toContainText(await said("for-3", 1));
    await phone.keyboard.press("Escape");
  });

  await test.step("by keyboard, arrows, Home and End lead to a tab, and Enter opens it", async () => {
    const tab = (name: string) => phone.getByRole("tab", { name, exact: true });
    await expect(tab("Read")).toHaveAttribute("aria-selected", "true");
    await tab("Read").focus();
    for (const [key, chosen] of [
      ["ArrowRight", "Rebuttals"],
      ["ArrowRight", "Read"],
      ["ArrowLeft", "Rebuttals"],
      ["Home", "Read"],
      ["End", "Rebuttals"],
    ] as const) {
      await phone.keyboard.press(key);
      await expect(tab(chosen)).toBeFocused();
      await phone.keyboard.press("Enter");
      await expect(tab(chosen)).toHaveAttribute("aria-selected", "true");
    }
    await phone.keyboard.press("Home");
    await expect(tab("Read")).toBeFocused();
    await phone.keyboard.press("Enter");
    await expect(tab("Read")).toHaveAttribute("aria-selected", "true");
  });

  const [quoted] = BUILT_IN_DEBATE.positions[0].paragraphs;
  const exact = quoted?.text.slice(0, quoted.text.indexOf(".") + 1) ?? "";
  const quoting = rebuttal({ body: "Maps say otherwise.", quote: { side: "for", n: 1, exact } });
  const argument = rebuttal({ body: "Russia would have to give up its largest neighbor.", side: "against" });
  await test.step("the reply form says whose words are answered", async () => {
    await author.send("rebuttal:post", argument);
    await phone.getByRole("tab", { name: "Rebuttals", exact: true }).click();
    await phone
      .getByRole("listitem")
      .filter({ hasText: argument.body })
      .getByRole("button", { name: "Reply" })
      .click();
    const quotation = phone.getByRole("dialog").locator("blockquote");
    await expect(quotation).toHaveText(/^In reply to .{2,60}Russia would have to give up/u);
    await check(phone, "arguing reply phone");
    await phone.keyboard.press("Escape");
    await phone.getByRole("button", { name: "This is persuasive" }).click();
  });

  await test.step("the last vote is stored with confidence, reason and credit", async () => {
    await author.send("rebuttal:post", quoting);
    await author.send("rebuttal:post", rebuttal({ body: "It would not.", replyTo: argument.id }));
    await moveTo(host, "after", { questions: { readingVote: true } });
    await vote(phone, "against");
    for (const student of students) await student.send("ballot:cast", ballot("against", "after", 2));
    await phone.getByRole("radio", { name: "4, Very sure" }).check();
    await phone.getByLabel("Why?").fill("The map does not change.");
    await phone.getByRole("radio", { name: "Rebuttal" }).check();
    await phone.getByRole("button", { name: argument.body }).click();
    await phone
      .getByRole("group", { name: /^Without it/u })
      .getByRole("radio")
      .first()
      .check();
    await phone.getByLabel("How did it move you?").fill(WHY);
    await expect(phone.getByText("Long enough to count.")).toBeVisible();
    await expect(phone.getByText("Saved", { exact: true })).toBeVisible();
    await check(phone, "arguing credit phone");
    const exported = await fetch(`${url}/api/sessions/${code}/export?table=ballots&format=json`, {
      headers: { cookie },
    });
    const stored = JSON.stringify(await exported.json());
    for (const part of ["The map does not change.", WHY, argument.id]) expect(stored).toContain(part);
    expect(stored).toContain('"confidence":4');
  });

  await test.step("one key shows the flow as a table, on a phone a button does", async () => {
    await moveTo(host, "results", { questions: { readingVote: true } });
    const answer = await fetch(`${url}/api/sessions/${code}/results`, { headers: { cookie } });
    const results = (await answer.json()) as Results;
    // [K4] By the phone and its author.
    expect(results.rebuttals[0]).toMatchObject({ id: argument.id, credits: 1, seen: 2 });
    const desk = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: "reduce",
    });
    await desk.addCookies(toCookies(cookie, url));
    const page = await desk.newPage();
    await page.goto(`${url}/results/${code}`);
    await expect(page.getByRole("button", { name: /as a table/u }).first()).toBeVisible();
    // [F13] A letter does something only where the focus is.
    await page.keyboard.press("t");
    await expect(page.getByRole("table")).toHaveCount(0);
    await pressOn(page.getByRole("button", { name: /as a table/u }).first(), "t");
    const table = page.getByRole("table").first();
    await expect(table.getByRole("row").nth(1)).toHaveText(/For\s*0\s*1\s*0\s*1/u);
    await expect(table.getByRole("row").nth(2)).toHaveText(/Against\s*0\s*6\s*0\s*6/u);
    await check(page, "arguing flow table");
    await page.keyboard.press("t");
    await expect(page.getByRole("table")).toHaveCount(0);
    await test.step("folded parts open for links, which lead from words to answers to movers and back, by keyboard", async () => {
      const trail = async (name: string | RegExp, to: string) => {
        await page.locator("main").getByRole("link", { name, exact: true }).first().press("Enter");
        await expect(page.locator(to)).toBeFocused();
        await expect(page.locator(to)).toBeInViewport();
      };
      await expect(page.getByText(argument.body).first()).toBeHidden();
      const answered = page.getByRole("heading", { name: "Where the positions were answered" });
      await page.locator("main summary", { has: answered }).press("Enter");
      await trail(exact, `#rebuttal-${quoting.id}`);
      await trail(/^Answers .*paragraph 1$/u, "#sentence-for-1-0");
      await trail("1 says they would have voted otherwise", `#moved-by-${argument.id}`);
      await trail("Russia would have to give up its largest neighbor.", `#rebuttal-${argument.id}`);
      await expect(
        page
          .getByText("1 says they would have voted otherwise without it. Before the debate: 1 For.")
          .first(),
      ).toBeVisible();
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll("article details")) fold.toggleAttribute("open", true);
      });
      await check(page, "arguing results unfolded");
    });
    await test.step("without scripts, and on paper, it can be read all the same", async () => {
      const plain = await browser.newContext({ javaScriptEnabled: false });
      await plain.addCookies(toCookies(cookie, url));
      const sheet = await plain.newPage();
      const caveat = sheet.getByText("You see who moved, but not why");
      await sheet.goto(`${url}/results/${code}`);
      await expect(caveat).toBeHidden();
      await sheet.emulateMedia({ media: "print" });
      await expect(caveat).toBeVisible();
      await sheet.emulateMedia({ media: "screen" });
      await sheet.getByRole("heading", { name: "How this was counted" }).click();
      await expect(caveat).toBeVisible();
    });
    // [K7] Fewer than five people of the two camps saw it: that is no standing.
    await expect(page.getByText("Standing", { exact: true })).toHaveCount(0);
    await phone.goto(`${url}/results/${code}`);
    await phone
      .getByRole("button", { name: /as a table/u })
      .first()
      .tap();
    await expect(phone.getByRole("table").first()).toBeVisible();
    await check(phone, "arguing flow table phone");
  });

  for (const client of [host, ...students]) client.close();
});
