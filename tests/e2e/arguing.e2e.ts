import { expect, type Page } from "playwright/test";
import { openHosted, pressOn, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

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

test("[R3] [F1] a student selects a sentence by tap, words by dragging, and sentences by keyboard, and opens tabs by arrow keys", async ({
  browser,
}) => {
  const { url, code, host } = await openHosted({});
  const phone = await joinByPhone(url, code, await browser.newContext({ ...PHONE, reducedMotion: "reduce" }));
  await moveTo(host, "rebuttal");
  const tab = (name: string) => phone.getByRole("tab", { name, exact: true });
  await tab("Read").click();
  const bar = phone.locator("section").filter({ has: phone.getByRole("button", { name: "Answer this" }) });
  const button = (name: RegExp | string) => bar.getByRole("button", { name });
  const words = bar.getByRole("status");
  const sentence = (place: string, index: number) => phone.locator(`#${place} [data-sentence="${index}"]`);
  const said = async (place: string, index: number) =>
    ((await sentence(place, index).textContent()) ?? "").trim();

  await test.step("a tap selects a sentence, also between two of its lines, and a second one clears it", async () => {
    await sentence("for-1", 1).tap();
    await expect(words).toHaveText(await said("for-1", 1));
    await sentence("for-1", 1).tap();
    await expect(bar).toHaveCount(0);
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
    for (const [name, index] of [
      [/^Next/u, 3],
      [/^Previous/u, 1],
    ] as const) {
      await drag(phone, "unfinished business");
      await expect(words).toHaveText(/^unfinished business$/u);
      await button(name).click();
      await expect(words).toHaveText(await said("for-2", index));
    }
  });

  await test.step("by keyboard a paragraph's number selects its first sentence, and Next the one after it", async () => {
    await phone.keyboard.press("Escape");
    await expect(bar).toHaveCount(0);
    for (const place of ["for-2", "for-3"]) {
      await pressOn(phone.locator(`#${place} button`), "Enter");
      await expect(words).toHaveText(await said(place, 0));
      await expect(button("Answer this")).toBeFocused();
      await expect(button("Answer this")).toHaveAccessibleDescription(await said(place, 0));
    }
    await pressOn(button(/^Next/u), "Enter");
    await expect(button(/^Next/u)).toBeFocused();
    await expect(words).toHaveText(await said("for-3", 1));
    await pressOn(button("Answer this"), "Enter");
    await expect(phone.getByRole("dialog")).toContainText(await said("for-3", 1));
    await phone.keyboard.press("Escape");
  });

  await test.step("arrows, Home and End lead to a tab, and Enter opens it", async () => {
    await tab("Read").focus();
    for (const [key, chosen] of [
      ["ArrowRight", "Rebuttals"],
      ["ArrowRight", "Read"],
      ["End", "Rebuttals"],
      ["Home", "Read"],
    ] as const) {
      await phone.keyboard.press(key);
      await expect(tab(chosen)).toBeFocused();
      await phone.keyboard.press("Enter");
      await expect(tab(chosen)).toHaveAttribute("aria-selected", "true");
    }
  });
});

test("[F13] a reader of the results goes by keyboard from words to their answers, to those they moved, and back, and T shows a flow's table only where the focus is in it", async ({
  browser,
}) => {
  const { url, cookie, code, host } = await openHosted({});
  const [author, mover] = [await joinBySocket(url, code), await joinBySocket(url, code)];
  const [quoted] = BUILT_IN_DEBATE.positions[0].paragraphs;
  const exact = quoted?.text.slice(0, quoted.text.indexOf(".") + 1) ?? "";
  const quoting = rebuttal({ body: "Maps say otherwise.", quote: { side: "for", n: 1, exact } });
  await moveTo(host, "before");
  await author.send("ballot:cast", ballot("against"));
  await mover.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal");
  await author.send("rebuttal:post", quoting);
  await moveTo(host, "after");
  await author.send("ballot:cast", ballot("against", "after"));
  const why = "It names what Russia would have to give up, and nobody else here did.";
  const credit = { rebuttalId: quoting.id, without: "for", why } as const;
  await mover.send("ballot:cast", { ...ballot("against", "after"), credit });
  await moveTo(host, "results");

  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  await context.addCookies(toCookies(cookie, url));
  const page = await context.newPage();
  await page.goto(`${url}/results/${code}`);
  const asTable = page.getByRole("button", { name: /as a table/u }).first();
  await expect(asTable).toBeEnabled();
  await page.keyboard.press("t");
  await expect(page.getByRole("table")).toHaveCount(0);
  await pressOn(asTable, "t");
  await expect(page.getByRole("table").first().getByRole("row").nth(1)).toHaveText(/For\s*0\s*1\s*0\s*1/u);
  await page.keyboard.press("t");
  await expect(page.getByRole("table")).toHaveCount(0);

  const trail = async (name: string | RegExp, to: string) => {
    await page.locator("main").getByRole("link", { name, exact: true }).first().press("Enter");
    await expect(page.locator(to)).toBeFocused();
    await expect(page.locator(to)).toBeInViewport();
  };
  const answered = page.getByRole("heading", { name: "Where the positions were answered" });
  await page.locator("main summary", { has: answered }).press("Enter");
  await trail(exact, `#rebuttal-${quoting.id}`);
  await trail(/^Answers .*paragraph 1$/u, "#sentence-for-1-0");
  await trail("1 says they would have voted otherwise", `#moved-by-${quoting.id}`);
  await trail("Maps say otherwise.", `#rebuttal-${quoting.id}`);
});
