import { expect, type Page, test } from "playwright/test";
import type { Phase } from "#debate/rules/phase-order.ts";
import {
  check,
  IS_BRIEF,
  openFaces,
  openSession,
  type Pages,
  SCHEMES,
  toCookies,
} from "#tests/e2e/support/faces.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";

const BOTH = { isBoth: true };
const PHASES: Phase[] = ["before", "reading", "reading-vote", "rebuttal", "after", "results", "closed"];
/** Their screens are made of the same parts as those of another phase: the short form moves on. */
const ALIKE: Phase[] = IS_BRIEF ? ["reading-vote"] : [];
/** Before the results their page says the same in each phase: the short form looks at it in the lobby. */
const WITH_RESULTS: Phase[] = IS_BRIEF ? ["results", "closed"] : PHASES;
for (const colorScheme of SCHEMES) {
  test(`[F24] axe finds no problem on any screen in any phase, ${colorScheme}`, async ({ browser }) => {
    const program = await sharedProgram();
    const { cookie, code, key } = await openSession(program);
    const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
    const pages = await openFaces(browser, program, { cookie, code, key, colorScheme });
    await check(pages.phone, `phone join ${colorScheme}`, BOTH);
    await pages.phone.getByRole("button", { name: "Join" }).click();
    await expect(pages.phone.getByRole("heading", { name: "You are in" })).toBeVisible();
    await checkAll(pages, `lobby ${colorScheme}`);

    for (const phase of PHASES) {
      const { session } = await host.sync();
      expect(await host.send("host:phase", { to: phase, version: session.version })).toMatchObject({
        ok: true,
      });
      if (ALIKE.includes(phase)) continue;
      await act(pages.phone, phase);
      const { results, ...others } = pages;
      await checkAll(others, `${phase} ${colorScheme}`);
      if (!WITH_RESULTS.includes(phase)) continue;
      await results.reload();
      await checkAll({ results }, `${phase} ${colorScheme}`);
    }
    host.close();
  });

  test(`axe finds no problem on pages outside a session, ${colorScheme} @long`, async ({ browser }) => {
    const program = await sharedProgram();
    const { cookie } = await openSession(program);
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    for (const path of [
      "/",
      "/join?code=WRONG",
      "/s/ZZZZZZ",
      "/sign-in",
      "/reset",
      "/setup?token=x",
      "/privacy",
      "/accessibility",
      "/nowhere",
    ]) {
      await page.goto(program.url + path);
      await check(page, `${path} ${colorScheme}`, BOTH);
    }
    await context.addCookies(toCookies(cookie, program.url));
    const debate = "/debates/japan-russia-card";
    for (const path of [
      "/dashboard",
      "/account",
      debate,
      "/debates/import",
      "/host/ZZZZZZ",
      "/screen/ZZZZZZ",
    ]) {
      await page.goto(program.url + path);
      await check(page, `${path} ${colorScheme}`, BOTH);
    }
    await page.goto(`${program.url}/dashboard`);
    await page.getByRole("button", { name: "Open a session" }).first().click();
    await check(page, `opening ${colorScheme}`, BOTH);
  });
}

/** Does on the phone what a student does in a phase, so that the screens are checked with content. */
async function act(phone: Page, phase: Phase): Promise<void> {
  if (phase === "before" || phase === "reading-vote" || phase === "after") {
    await phone.getByRole("button", { name: phase === "after" ? /^For/u : /^Undecided/u }).click();
    await expect(phone.getByText("Counted. You can change it until voting closes.")).toBeVisible();
  }
  if (phase === "reading")
    await expect(phone.getByRole("heading", { name: "Two experts disagree" })).toBeVisible();
  if (phase === "rebuttal") {
    await phone.getByRole("button", { name: "Write a rebuttal" }).first().click();
    await phone.getByRole("radio", { name: "For" }).click();
    await phone.getByLabel("Your argument").fill("Neighbours are not chosen, and that is the argument.");
    await check(phone, "composer", BOTH);
    await phone.getByRole("button", { name: "Send", exact: true }).click();
    await expect(phone.getByText("Sent", { exact: true })).toBeVisible();
  }
  if (phase === "results") await expect(phone.getByRole("heading", { name: "The result" })).toBeVisible();
}

async function checkAll(pages: Partial<Pages>, where: string): Promise<void> {
  for (const [face, page] of Object.entries(pages)) await check(page, `${face} ${where}`, BOTH);
}
