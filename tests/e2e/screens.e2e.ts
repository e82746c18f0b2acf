import { expect, type Page } from "playwright/test";
import { LANGUAGES } from "#debate/rules/languages.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { findProblems } from "#tests/e2e/support/axe.ts";
import {
  checkByAxe,
  openFaces,
  openHosted,
  openSession,
  type Pages,
  toCookies,
} from "#tests/e2e/support/faces.ts";
import { enlarge, openWhole, tooWide } from "#tests/e2e/support/large-text.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { colleague, postJson } from "#tests/support/requests.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const PHASES = ["before", "reading", "reading-vote", "rebuttal", "after", "results", "closed"] as const;
/** Its screens are made of the same parts as those of the other votes. */
const LIKE_ANOTHER: Phase = "reading-vote";

test("[F24] axe finds no problem on any screen in any phase", async ({ browser }) => {
  const { program, cookie, code, key, host } = await openHosted();
  const { results, ...pages } = await openFaces(browser, program, { cookie, code, key });
  await checkByAxe(pages.phone, "phone join");
  await pages.phone.getByRole("button", { name: "Join" }).click();
  await expect(pages.phone.getByRole("heading", { name: "You are in" })).toBeVisible();
  // Before the results their page says the same in each phase.
  await checkAll({ ...pages, results }, "lobby");

  for (const phase of PHASES) {
    const { session } = await host.sync();
    expect(await host.send("host:phase", { to: phase, version: session.version })).toMatchObject({
      ok: true,
    });
    if (phase === LIKE_ANOTHER) continue;
    await act(pages.phone, phase);
    await checkAll(pages, phase);
    if (phase !== "results" && phase !== "closed") continue;
    await results.reload();
    await checkAll({ results }, phase);
  }
});

/** Does on the phone what a student does in a phase, so that the screens are checked with content. */
async function act(phone: Page, phase: Phase): Promise<void> {
  if (phase === "before" || phase === "after") {
    await phone.getByRole("button", { name: phase === "after" ? /^For/u : /^Undecided/u }).click();
    await expect(phone.getByText("Counted. You can change it until voting closes.")).toBeVisible();
  }
  if (phase === "reading")
    await expect(phone.getByRole("heading", { name: "Two experts disagree" })).toBeVisible();
  if (phase === "rebuttal") {
    await phone.getByRole("button", { name: "Write a rebuttal" }).first().click();
    await phone.getByRole("radio", { name: "For" }).click();
    await phone.getByLabel("Your argument").fill("Neighbours are not chosen, and that is the argument.");
    await checkByAxe(phone, "composer");
    await phone.getByRole("button", { name: "Send", exact: true }).click();
    await expect(phone.getByText("Sent", { exact: true })).toBeVisible();
  }
  if (phase === "results") await expect(phone.getByRole("heading", { name: "The result" })).toBeVisible();
}

async function checkAll(pages: Partial<Pages>, where: string): Promise<void> {
  for (const [face, page] of Object.entries(pages)) await checkByAxe(page, `${face} ${where}`);
}

/** A session with a verdict, which its card on the dashboard says in a sentence. */
async function holdSession(program: { url: string; cookie: string }): Promise<void> {
  const { code } = await openSession(program);
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie: program.cookie });
  const students = await Promise.all(Array.from({ length: 5 }, () => joinBySocket(program.url, code)));
  for (const [round, choice] of [
    ["before", "for"],
    ["after", "against"],
  ] as const) {
    await moveTo(host, round);
    for (const student of students) await student.send("ballot:cast", ballot(choice, round));
  }
  await moveTo(host, "results");
}

const LAPTOP = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 568 };
const FOR_EVERYONE = [
  ...["/", "/join?code=WRONG", "/s/ZZZZZZ", "/sign-in", "/sign-in?by=code", "/reset", "/setup?token=x"],
  ...["/privacy", "/accessibility", "/help", "/power", "/nowhere", "/screen", "/screen/ZZZZZZ"],
];

for (const language of LANGUAGES)
  test(`[F27] [F31] on pages outside a session axe finds no problem, and at 320 px with text of twice its size nothing scrolls sideways: ${language}`, async ({
    browser,
  }) => {
    const { url, cookie: grace } = sharedProgram();
    // What is on the shelves of an account of its own does not depend on other tests.
    const { cookie } = await colleague(url, grace);
    await holdSession({ url, cookie });
    const imported = await postJson(`${url}/api/debates/import`, { text: OWN }, cookie);
    const { debate } = (await imported.json()) as { debate: { id: string } };
    const context = await browser.newContext({ viewport: LAPTOP, reducedMotion: "reduce", locale: language });
    const page = await context.newPage();
    const faults: string[] = [];
    const add = (where: string, found: string[]) =>
      faults.push(...found.filter(Boolean).map((fault) => `${where}: ${fault}`));
    const look = async (where: string) => {
      // Languages differ in the breadth of words, and color schemes as on the screens above.
      if (language === "en") add(where, await findProblems(page, false));
      await page.setViewportSize(NARROW);
      await enlarge(page);
      add(where, [await tooWide(page)]);
      await page.setViewportSize(LAPTOP);
    };
    const visit = async (path: string) => {
      await openWhole(page, url + path);
      await look(path);
    };
    for (const path of FOR_EVERYONE) await visit(path);

    await context.addCookies(toCookies(cookie, url).filter(({ name }) => name !== "language"));
    const own = `/debates/${debate.id}`;
    for (const path of [
      own,
      `${own}/edit`,
      `${own}/kit`,
      `${own}/versions`,
      "/debates/new",
      "/classes",
      "/account",
      "/platforms",
    ])
      await visit(path);
    await openWhole(page, `${url}/debates/import`);
    await page.getByRole("textbox").first().fill(OWN);
    await page.locator("#editor").waitFor();
    await look("import");
    await visit("/dashboard");
    await page.setViewportSize(NARROW);
    for (const menu of [page.getByRole("banner"), page.getByRole("main")]) {
      await menu.locator("[aria-haspopup=menu]").last().press("Enter");
      // The larger menu finds its place some frames later.
      await page.getByRole("menu").hover({ trial: true });
      add("menu", [await tooWide(page)]);
      await page.keyboard.press("Escape");
    }
    await page.setViewportSize(LAPTOP);
    await openWhole(page, `${url}/debates/japan-russia-card`);
    const { open, more } = ALL_WORDS[language].instructor.opening;
    await page.getByRole("main").getByText(open, { exact: true }).first().click();
    await page.getByRole("dialog").getByText(more.title, { exact: true }).click();
    await look("opening form");
    expect(faults).toEqual([]);
  });
