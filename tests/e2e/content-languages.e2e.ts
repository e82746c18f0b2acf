import { expect, type Page } from "playwright/test";
import { openFaces, toCookies } from "#tests/e2e/support/faces.ts";
import { PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { ARABIC, JAPANESE } from "#tests/support/languages.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { keyIn, postJson } from "#tests/support/requests.ts";

const FIRST = "旧港《きゅうこう》の岸壁は、観光のために造られたのではない。";

test("[E7] [E10] [E11] a Japanese debate in English pages: every word of it is marked as Japanese, with readings, and quoted as it was written", async ({
  browser,
}) => {
  const { url, cookie, open } = await desk();
  const imported = await postJson(`${url}/api/debates/import`, { text: JAPANESE }, cookie);
  const { code, key, host } = await open(((await imported.json()) as { debate: { id: string } }).debate.id);
  await moveTo(host, "rebuttal");
  const context = await browser.newContext({ ...PHONE, locale: "en-US" });
  const phone = await context.newPage();
  await phone.goto(`${url}/s/${code}`);
  await phone.getByLabel("Your name").fill("山田 花子");
  await phone.getByRole("button", { name: "Join" }).click();

  await test.step("the page is English, and each part of the debate Japanese", async () => {
    await phone.getByRole("tab", { name: "Read" }).click();
    await expect(phone.locator("html")).toHaveAttribute("lang", "en");
    await expect(phone.locator("[data-paragraph='for 1']")).toHaveAttribute("lang", "ja");
    await expect(phone.locator("bdi", { hasText: "旧港へのクルーズ船" }).first()).toHaveAttribute(
      "lang",
      "ja",
    );
    await expect(phone.locator("h3", { hasText: "江藤 友三郎氏" })).toHaveAttribute("lang", "ja");
    await expect(phone.locator("[data-paragraph='for 1'] rt")).toHaveText("きゅうこう");
  });

  await test.step("and so is what the host puts on the projector", async () => {
    await host.send("host:wall", { show: { paragraph: { side: "for", n: 1 } } });
    const shown = phone.getByRole("region", { name: "On the projector" });
    await expect(shown.locator("p[lang=ja] rt")).toHaveText("きゅうこう");
    await host.send("host:wall", { show: null });
    await expect(shown).toHaveCount(0);
  });

  await test.step("a tapped sentence is quoted without losing its reading", async () => {
    await phone.locator("[data-paragraph='for 1'] [data-sentence]").first().click();
    await phone.getByRole("button", { name: "Answer this" }).click();
    const words = phone.getByRole("dialog").getByRole("textbox").first();
    await words.fill("観光《かんこう》も港の仕事だ。");
    // Escape ends the composition, and not the writing.
    await words.dispatchEvent("keydown", { key: "Escape", isComposing: true, bubbles: true });
    await expect(phone.getByRole("dialog")).toBeVisible();
    await phone.getByRole("radio", { name: "Against" }).check();
    await phone.getByRole("button", { name: "Send" }).click();
    const { changed } = await host.hearsRebuttals((batch) => batch.changed.length > 0);
    expect(changed[0]).toMatchObject({
      body: "観光《かんこう》も港の仕事だ。",
      quote: { side: "for", n: 1, exact: FIRST },
    });
    await expect(phone.locator("rt:visible")).toHaveText(["きゅうこう", "かんこう"]);
  });

  await test.step("on phone, projector, control room and results no word of it is left unmarked", async () => {
    const faces = await openFaces(browser, { url }, { code, key, cookie }, ["host", "wall"]);
    const [posted] = (await host.sync()).rebuttals;
    await host.send("host:wall", { show: { rebuttalId: posted?.id ?? "" } });
    for (const page of [faces.wall, faces.host])
      await expect(page.getByText("港の仕事").first()).toBeAttached();
    for (const page of [phone, faces.wall, faces.host]) await expect.poll(() => unmarked(page)).toEqual([]);
    await moveTo(host, "results");
    await phone.goto(`${url}/s/${code}/card`);
    await phone.getByText("港の仕事").first().waitFor();
    await faces.host.goto(`${url}/results/${code}`);
    await faces.host.getByRole("heading", { level: 1 }).waitFor();
    for (const page of [phone, faces.host]) await expect.poll(() => unmarked(page)).toEqual([]);
  });
});

test("[E12] an Arabic debate has its numbers and the borders of quotations at the right", async ({
  browser,
}) => {
  const { url, cookie, open } = await desk();
  const saved = await postJson(`${url}/api/debates`, { debate: ARABIC }, cookie);
  const { id } = ((await saved.json()) as { debate: { id: string } }).debate;
  const { code, host } = await open(id);
  await moveTo(host, "reading");
  const context = await browser.newContext({ ...PHONE, locale: "en-US" });
  const phone = await context.newPage();
  await phone.goto(`${url}/s/${code}`);
  await phone.getByLabel("Your name").fill("نور");
  await phone.getByRole("button", { name: "Join" }).click();
  await expect(phone.locator("[data-paragraph='for 2']")).toHaveAttribute("lang", "ar");
  await beginsAtRight(phone, "#for-2");

  await context.addCookies(toCookies(cookie, url));
  await phone.goto(`${url}/debates/${id}`);
  await beginsAtRight(phone, "ol > li:nth-child(2)");
});

/** The visible words in Japanese script that are not marked as Japanese. What a person types, or picks from a list of options, can't be. */
function unmarked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.parentElement;
      const words = node.nodeValue ?? "";
      if (!at?.checkVisibility() || !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(words))
        continue;
      if (at.closest("script, style, option, textarea, [data-toasts], [aria-live]")) continue;
      const own = at.closest("[lang]")?.getAttribute("lang") ?? "";
      if (own !== "ja") found.push(`${own || "?"}: ${words}`);
    }
    return found;
  });
}

/** The number of a quoted paragraph is right of it, and so is its border. */
async function beginsAtRight(page: Page, row: string): Promise<void> {
  const number = await page.locator(`${row} :text-is("2")`).first().boundingBox();
  const words = page.locator(`${row} [lang=ar]`).first();
  const box = await words.boundingBox();
  expect(number?.x ?? 0).toBeGreaterThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
  await expect(words).toHaveCSS("border-left-width", "0px");
  await expect(words).not.toHaveCSS("border-right-width", "0px");
}

/** A signed-in instructor, who opens sessions of named students. */
async function desk() {
  const { url, cookie } = sharedProgram();
  const open = async (debateId: string) => {
    const body = { debateId, settings: { identity: "named" } };
    const opened = await postJson(`${url}/api/sessions`, body, cookie);
    const { code, urls } = (await opened.json()) as { code: string; urls: { screen: string } };
    return {
      code,
      key: keyIn(urls.screen),
      host: await connectClient(url, { auth: { code, as: "host" }, cookie }),
    };
  };
  return { url, cookie, open };
}
