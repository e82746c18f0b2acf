import { type BrowserContext, expect, type Page } from "playwright/test";
import { check, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { joinSession, postJson } from "#tests/support/requests.ts";
import { IN_VERSIONS, JAPANESE } from "#tests/support/versions.ts";

/** A browser with an English voice of its own, and a Japanese one that another server would speak. What it says is kept. */
async function giveVoices(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const said: string[] = [];
    let current: { onend?: () => void } | null = null;
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => [
        { lang: "en-US", localService: true, default: true },
        { lang: "ja-JP", localService: false, default: false },
      ],
      cancel: () => {
        current = null;
      },
      speak: (utterance: { text: string; onend?: () => void }) => {
        if (utterance.text === "") return;
        said.push(utterance.text);
        current = utterance;
      },
    });
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.assign(window, {
      SpeechSynthesisUtterance: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
      said,
      endSentence: () => current?.onend?.(),
    });
  });
}

const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);
const endSentence = (page: Page) =>
  page.evaluate(() => (window as unknown as { endSentence: () => void }).endSentence());

test("[X3] [X5] [X6] [X7] [X8] a version is written beside the original; one student reads it, another the original aloud, and quotations meet", async ({
  browser,
}) => {
  const { url, cookie } = sharedProgram();
  const { id: _, versions: _versions, ...rest } = IN_VERSIONS;
  const [position, other] = rest.positions;
  // [X1] In Markdown its sentences are those that a class reads: the first one ends within its bold words.
  const marked = { n: 1, text: "**Peace costs little.** A war would cost more." };
  const draft = {
    ...rest,
    format: "markdown",
    positions: [{ ...position, paragraphs: [marked, position.paragraphs[1]] }, other],
  };
  const { debate } = await (await postJson(`${url}/api/debates`, { debate: draft }, cookie)).json();

  await test.step("on the versions page, which says where sentences differ until they fit", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addCookies(toCookies(cookie, url));
    const desk = await context.newPage();
    await desk.goto(`${url}/debates/${debate.id}`);
    await desk.getByRole("link", { name: "Simpler and translated texts" }).click();
    await desk.getByRole("button", { name: "Add a text" }).click();
    await desk.locator("#version-label").fill("日本語");
    await desk.locator("#version-lang").selectOption("ja");
    const [first, second, third] = await desk.getByLabel(/paragraph \d in this text/u).all();
    await first?.fill("平和は安い。");
    await expect(desk.getByText("1 sentence; the original has 2")).toBeVisible();
    await second?.fill(JAPANESE.for[1] ?? "");
    await third?.fill(JAPANESE.against[0] ?? "");
    await desk.getByRole("button", { name: "Save debate" }).click();
    await expect(desk.getByRole("alert").filter({ hasText: "paragraph 1" })).toBeVisible();
    await expect(first ?? desk.locator("none")).toBeFocused();
    await check(desk, "versions");
    // One that was removed by mistake is brought back with everything in it.
    await desk.getByRole("button", { name: "Remove this text" }).click();
    await expect(desk.getByText("Only the original so far")).toBeVisible();
    await desk.getByRole("button", { name: "Undo" }).click();
    await expect(second ?? desk.locator("none")).toHaveValue(JAPANESE.for[1] ?? "");
    await desk.reload();
    await expect(desk.getByText("aren’t saved yet")).toBeVisible();
    await desk.getByLabel("For: paragraph 1 in this text").fill(JAPANESE.for[0] ?? "");
    await desk.getByRole("button", { name: "Save debate" }).click();
    await expect(desk).toHaveURL(`${url}/debates/${debate.id}`);
    await desk.getByRole("button", { name: /^Open a session/u }).click();
    const begins = desk.getByLabel("Text that the class begins with");
    await expect(begins.getByRole("option", { includeHidden: true })).toHaveText(["Original", "日本語"]);
  });

  const opened = await postJson(`${url}/api/sessions`, { debateId: debate.id }, cookie);
  const { code } = await opened.json();
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const { participantId, ticket } = await joinSession(url, code);
  const bob = await connectClient(url, { auth: { code, ticket }, participantId });
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  await giveVoices(context);
  const phone = await joinByPhone(url, code, context);
  const sentence = phone.locator("#for-1 [data-sentence]");
  const spoken = phone.locator("[data-spoken]");
  await moveTo(host, "reading");

  await test.step("the original is read aloud, sentence by sentence, until another text is chosen", async () => {
    await phone.getByRole("button", { name: "Read aloud" }).click();
    await expect(spoken).toHaveText("Peace costs little. ");
    await endSentence(phone);
    await expect(spoken).toHaveText("A war would cost more.");
    await check(phone, "reading aloud phone");
    await phone.getByRole("button", { name: "Pause" }).click();
    await phone.getByRole("button", { name: "Play" }).click();
    await expect
      .poll(() => said(phone))
      .toEqual(["Peace costs little.", "A war would cost more.", "A war would cost more."]);
  });

  await test.step("without a voice of its own for Japanese the phone says so", async () => {
    await phone.getByLabel("Text").selectOption("日本語");
    await expect(sentence.first()).toHaveText("平和は安い。");
    await expect(phone.locator("[data-paragraph='for 1']")).toHaveAttribute("lang", "ja");
    await expect(phone.getByText("no voice for Japanese")).toBeVisible();
    await phone.getByRole("button", { name: "Close" }).click();
    await expect(phone.getByRole("button", { name: "Read aloud" })).toBeFocused();
  });

  await test.step("the choice outlives a reload, and what is quoted in Japanese names its version", async () => {
    await phone.reload();
    await expect(sentence.first()).toHaveText("平和は安い。");
    await moveTo(host, "rebuttal");
    await phone.getByRole("tab", { name: "Read", exact: true }).click();
    await sentence.nth(1).tap();
    await phone.getByRole("button", { name: "Answer this" }).click();
    await phone.getByRole("radio", { name: "For" }).check({ force: true });
    await phone.getByLabel("Your argument").fill("It did not.");
    await phone.getByRole("button", { name: "Send" }).click();
    await bob.hearsRebuttals(({ changed }) =>
      changed.some(({ quote }) => quote?.version === "version-1" && quote.sentences?.[0] === 2),
    );
  });

  await test.step("a quotation in English is read in Japanese, beside the words that were quoted", async () => {
    const quote = { side: "for", n: 1, exact: "A war would cost more." } as const;
    await bob.send("rebuttal:post", rebuttal({ quote, body: "Which war?" }));
    const card = phone.getByRole("article").filter({ hasText: "Which war?" });
    await expect(card).toContainText("戦争は高い。");
    await expect(card).toContainText("Quoted: A war would cost more.");
    await check(phone, "quoted in two versions phone");
  });
});
