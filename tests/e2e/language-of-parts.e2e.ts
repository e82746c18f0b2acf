import { expect, type Page, test } from "playwright/test";
import { toCookies } from "#tests/e2e/support/faces.ts";
import { newsletter, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { JAPANESE } from "#tests/support/languages.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { joinSession, keyIn, postJson, signIn } from "#tests/support/requests.ts";

/** A class whose debate is in another language than its interface, and what looks like content: its script, or two words in it. */
const CLASSES = [
  {
    ...{ locale: "en-US", lang: "ja", text: () => JAPANESE, session: "木曜の政策論" },
    names: ["山田 花子", "佐藤 健"] as const,
    ...{ argument: "観光も港の仕事だ。", reply: "港は観光だけのものではない。" },
    content: "[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}]",
  },
  {
    ...{ locale: "ja-JP", lang: "en", text: newsletter, session: "Policy on Thursday" },
    names: ["Ada Park", "Ben Cole"] as const,
    ...{ argument: "Harbors are for those who live there.", reply: "Those who visit pay for them." },
    // Not with a hyphen, which the random name of a saved version may have.
    content: "[A-Za-z]{2,}[ ’'][A-Za-z]{2,}",
  },
];

for (const { locale, lang, text, session, names, argument, reply, content } of CLASSES)
  test(`[E7] in an interface of ${locale} every word of a debate in ${lang} is marked as such, names and quotations within sentences, too @long`, async ({
    browser,
  }) => {
    const { url } = await sharedProgram();
    const cookie = await signIn(url);
    const imported = await postJson(`${url}/api/debates/import`, { text: text() }, cookie);
    const { id } = ((await imported.json()) as { debate: { id: string } }).debate;
    const settings = { identity: "named", name: session, questions: { credit: true, reasons: true } };
    const opened = await postJson(`${url}/api/sessions`, { debateId: id, settings }, cookie);
    const { code, urls } = (await opened.json()) as { code: string; urls: { screen: string } };
    const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
    const seated = await joinSession(url, code, names[1]);
    const classmate = await connectClient(url, { auth: { code, ticket: seated.ticket } });

    const open = async (path: string, viewport = { width: 1280, height: 800 }) => {
      const context = await browser.newContext({ locale, viewport, reducedMotion: "reduce" });
      await context.addCookies(toCookies(cookie, url));
      const page = await context.newPage();
      await page.goto(`${url}${path}`);
      return page;
    };
    const marked = (page: Page, where: string) =>
      expect.poll(() => unmarked(page, content, lang), { message: where }).toEqual([]);

    const context = await browser.newContext({ ...PHONE, locale, reducedMotion: "reduce" });
    const phone = await context.newPage();
    await phone.goto(`${url}/s/${code}`);
    await phone.locator("input[autocomplete=name], main input").first().fill(names[0]);
    await phone.locator("main button[type=submit]").click();
    await expect(phone.locator("h1 bdi, h2 bdi").first()).toBeVisible();
    await marked(phone, "lobby");
    await moveTo(host, "before");
    await classmate.send("ballot:cast", ballot("for"));
    await moveTo(host, "rebuttal");

    await phone.getByRole("tab").first().click();
    await phone.locator("[data-paragraph='for 1'] [data-sentence]").first().click();
    await marked(phone, "reading");
    await phone.getByRole("button", { name: /^(Answer this|ここに反論する)$/u }).click();
    await phone.getByRole("dialog").getByRole("textbox").first().fill(argument);
    await phone.getByRole("dialog").locator("label:has(input[type=radio])").last().click();
    await marked(phone, "composer of an answer");
    await phone.getByRole("dialog").locator("button[type=submit]").click();
    const { changed } = await host.hearsRebuttals((batch) => batch.changed.length > 0);
    const first = changed[0]?.id ?? "";
    await classmate.send("rebuttal:post", rebuttal({ body: reply, replyTo: first, side: "for" }));
    const wall = await open(`/screen/${code}?key=${keyIn(urls.screen)}`, { width: 1920, height: 1080 });
    await host.send("host:wall", { show: { rebuttalId: first } });
    await expect(wall.getByText(argument)).toBeVisible();
    await marked(wall, "a rebuttal on the wall");
    await host.send("host:wall", { show: { paragraph: { side: "for", n: 1 } } });
    await expect(wall.locator("blockquote")).toBeVisible();
    await marked(wall, "a paragraph on the wall");

    await phone.locator("[data-replies]").click();
    await phone.getByText(reply).first().waitFor();
    await marked(phone, "rebuttals");
    const room = await open(`/host/${code}`);
    await room.getByText(argument).first().waitFor();
    await marked(room, "control room");

    await moveTo(host, "after");
    const credit = { rebuttalId: first, without: "for" as const, why: argument.repeat(5) };
    await classmate.send("ballot:cast", { ...ballot("against", "after"), credit, reason: reply });
    await moveTo(host, "results");
    await phone.getByRole("tab").first().click();
    await marked(phone, "result on the phone");
    await phone.goto(`${url}/s/${code}/card`);
    await phone.getByText(argument).first().waitFor();
    await marked(phone, "card");
    for (const path of ["", "/report", "/summary", "/fairness"]) {
      const results = await open(`/results/${code}${path}`);
      await results.getByRole("heading").first().waitFor();
      await marked(results, `results ${path}`);
    }
    for (const path of [`/debates/${id}`, `/debates/${id}/edit`, `/debates/${id}/kit`])
      await marked(await open(path), path);
  });

/** The visible words that look like content and are not marked with its language. What a person types, or picks from a list of options, can't be. */
function unmarked(page: Page, content: string, lang: string): Promise<string[]> {
  return page.evaluate(
    ([looks, language]) => {
      const found: string[] = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const isContent = new RegExp(looks ?? "", "u");
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.parentElement;
        if (!at || !isContent.test(node.nodeValue ?? "") || !at.checkVisibility()) continue;
        if (at.closest("script, style, option, textarea, [data-toasts], [aria-live]")) continue;
        const own = at.closest("[lang]")?.getAttribute("lang") ?? "";
        if (own.split("-")[0] !== language) found.push(`${own || "?"}: ${node.nodeValue}`);
      }
      return found;
    },
    [content, lang],
  );
}
