import { expect, type Page, test } from "playwright/test";
import { toCookies } from "#tests/e2e/support/faces.ts";
import { PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ARABIC, JAPANESE } from "#tests/support/languages.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { postJson, signIn } from "#tests/support/requests.ts";

const FIRST = "旧港《きゅうこう》の岸壁は、観光のために造られたのではない。";

test("[E7] [E10] [E11] a Japanese debate in an English page: marked, with readings, and quoted as it was written", async ({
  browser,
}) => {
  const { url, cookie, open } = await desk();
  const imported = await postJson(`${url}/api/debates/import`, { text: JAPANESE }, cookie);
  const { code, host } = await open(((await imported.json()) as { debate: { id: string } }).debate.id);
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
});

test("[E12] an Arabic debate has its numbers and the borders of quotations at the right @long", async ({
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
  const { url } = await sharedProgram();
  const cookie = await signIn(url);
  const open = async (debateId: string) => {
    const body = { debateId, settings: { identity: "named" } };
    const { code } = (await (await postJson(`${url}/api/sessions`, body, cookie)).json()) as { code: string };
    return { code, host: await connectClient(url, { auth: { code, as: "host" }, cookie }) };
  };
  return { url, cookie, open };
}
