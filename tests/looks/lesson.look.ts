import { expect, type Page, test } from "playwright/test";
import type { Choice } from "#debate/rules/choices.ts";
import { openSession, type Pages, toCookies } from "#tests/e2e/support/faces.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";

const NAMES = ["Ada", "Bea", "Cem", "Dov", "Eve", "Fay", "Gil", "Hana", "Ida", "Jun", "Kai", "Lea"];
const BEFORE: Choice[] = [..."fffffaaaauuu"].map(choiceOf);
const AFTER: Choice[] = [..."fffaaaaaafua"].map(choiceOf);
for (const [look, colorScheme, locale] of [
  ["light-en", "light", "en-US"],
  ["dark-ja", "dark", "ja-JP"],
] as const)
  test(`a lesson on phone, wall and control room, ${look}`, async ({ browser }) => {
    const program = await sharedProgram();
    const { cookie, code, key } = await openSession(program, { identity: "named" });
    const open = async (path: string, [width, height]: [number, number], isHost = false): Promise<Page> => {
      const context = await browser.newContext({ colorScheme, locale, viewport: { width, height } });
      if (isHost) await context.addCookies(toCookies(cookie, program.url));
      const page = await context.newPage();
      await page.goto(program.url + path);
      return page;
    };
    const pages: Pick<Pages, "phone" | "wall" | "host"> = {
      phone: await open(`/s/${code}`, [390, 844]),
      wall: await open(`/screen/${code}?key=${key}`, [1280, 720]),
      host: await open(`/host/${code}`, [1280, 800], true),
    };
    await take(pages, code, `join-${look}`);
    await pages.phone.locator("input[name=name]").fill("Zoe");
    await pages.phone.locator("main button[type=submit]").click();
    await expect(pages.phone.locator("main form")).toHaveCount(0);

    const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
    const students = await Promise.all(
      NAMES.map(async (name) => {
        const { ticket } = await joinSession(program.url, code, name);
        return connectClient(program.url, { auth: { code, ticket } });
      }),
    );
    const vote = (round: "before" | "after", choices: Choice[]) =>
      Promise.all(
        students.map((student, place) => student.send("ballot:cast", ballot(choices[place] ?? "for", round))),
      );
    for (const phase of ["before", "reading", "rebuttal", "after", "results", "closed"] as const) {
      await moveTo(host, phase);
      if (phase === "before") await vote("before", BEFORE);
      if (phase === "after") await vote("after", AFTER);
      if (phase === "rebuttal")
        await students[0]?.send("rebuttal:post", rebuttal({ body: "A card that is never played is none." }));
      await take(pages, code, `${phase}-${look}`);
    }
    for (const client of [host, ...students]) client.close();
  });

/** Every session has a code, a QR code, an address and a clock of its own. */
function changing(page: Page, code: string) {
  const [first = ""] = code.match(/.{3}/gu) ?? [];
  return [
    page.locator("span[aria-hidden]", { hasText: first }),
    page.locator("svg:has(rect[fill='#ffffff'])"),
    page.getByText(/127\.0\.0\.1|localhost:/u),
    page.locator("time"),
  ];
}

async function take(pages: Partial<Pages>, code: string, name: string): Promise<void> {
  for (const [face, page] of Object.entries(pages))
    await expect(page).toHaveScreenshot(`${face}-${name}.png`, { mask: changing(page, code) });
}

function choiceOf(letter: string): Choice {
  return letter === "f" ? "for" : letter === "a" ? "against" : "undecided";
}
