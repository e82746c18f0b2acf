import { expect, type Page, test } from "playwright/test";
import { said } from "#tests/e2e/support/class-of-twelve.ts";
import { openFaces, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { startProgram } from "#tests/support/program.ts";
import { cookiesOf, joinSession, postJson } from "#tests/support/requests.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en, ja } = ALL_WORDS;

const WORDS = { en, ja };
const enlarge = (page: Page) =>
  page.evaluate(async () => {
    document.documentElement.style.fontSize = "200%";
    await document.fonts.ready;
  });

/** How far the page, or what scrolls in a dialog or a projector, is wider than its frame, with the last element that sticks out. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const within = [
      ...document.querySelectorAll("[role=dialog], [role=dialog] > *, main[data-fills-window]"),
    ];
    for (const frame of [document.documentElement, ...within]) {
      if (frame.scrollWidth <= frame.clientWidth) continue;
      const { right } = frame.getBoundingClientRect();
      const out = [...frame.querySelectorAll("*")].filter(
        (each) => each.getBoundingClientRect().right > right + 1 && !each.closest(".sr-only, svg"),
      );
      return `${frame.scrollWidth - frame.clientWidth} px: ${out.at(-1)?.outerHTML.slice(0, 200)}`;
    }
    return "";
  });

test("[F27] at 320 px with text of twice its size nothing scrolls sideways where instructors set up and open a session and where a code is typed, in English and Japanese", async ({
  browser,
}) => {
  await using program = await startProgram({
    kind: "whole",
    variables: { INSTRUCTOR_EMAIL: "", INSTRUCTOR_PASSWORD: "" },
  });
  const { url } = program;
  await expect.poll(() => program.output).toContain("/setup?token=");
  const link = /\S+\/setup\?token=\S+/u.exec(program.output)?.[0] ?? "";
  const faults: string[] = [];
  const narrow = { viewport: { width: 320, height: 568 }, reducedMotion: "reduce" } as const;
  const pages = await Promise.all(
    (["en", "ja"] as const).map(async (language) => {
      const page = await (await browser.newContext({ ...narrow, locale: language })).newPage();
      const look = async (where: string) => {
        await enlarge(page);
        const wide = await tooWide(page);
        if (wide) faults.push(`${where} ${language}: ${wide}`);
      };
      return { language, page, look };
    }),
  );
  const visit = async (addresses: string[]) => {
    for (const address of addresses)
      for (const { page, look } of pages) {
        await page.goto(address);
        // Parts of a page that were streamed come into it some frames later.
        await page.waitForLoadState("networkidle");
        await look(new URL(address).pathname);
      }
  };
  await visit([link, ...["/", "/join", "/sign-in", "/privacy", "/accessibility"].map((path) => url + path)]);

  const account = { name: "Maximiliana", email: "max@example.org", password: "moth-in-relay-70" };
  const token = new URL(link).searchParams.get("token");
  const cookie = cookiesOf(await postJson(`${url}/api/setup`, { token, ...account }));
  for (const { page } of pages)
    await page.context().addCookies(toCookies(cookie, url).filter(({ name }) => name !== "language"));
  await postJson(`${url}/api/sessions`, { debateId: "japan-russia-card" }, cookie);
  await visit(["/account", "/dashboard", "/debates/japan-russia-card"].map((path) => url + path));
  for (const { page, language, look } of pages) {
    const { open, more } = WORDS[language].instructor.opening;
    await whenInteractive(page);
    await page.getByRole("main").getByText(open, { exact: true }).first().click();
    await page.getByRole("dialog").getByText(more.title, { exact: true }).click();
    await look("opening form");
  }
  expect(faults).toEqual([]);
});

test("[F31] at 320 px with text of twice its size nothing scrolls sideways where instructors write, import and prepare a debate, in their menus, and where a projector waits, in English and Japanese", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie } = await openSession(program);
  const imported = await postJson(`${url}/api/debates/import`, { text: OWN }, cookie);
  const { debate } = (await imported.json()) as { debate: { id: string } };
  const faults: string[] = [];
  await Promise.all(
    (["en", "ja"] as const).map(async (language) => {
      const context = await browser.newContext({
        ...{ viewport: { width: 320, height: 568 }, reducedMotion: "reduce", locale: language },
      });
      await context.addCookies(toCookies(cookie, url).filter(({ name }) => name !== "language"));
      const page = await context.newPage();
      const look = async (where: string) => {
        await enlarge(page);
        const wide = await tooWide(page);
        if (wide) faults.push(`${where} ${language}: ${wide}`);
      };
      const own = `/debates/${debate.id}`;
      for (const path of [own, `${own}/edit`, `${own}/kit`, `${own}/versions`, "/debates/new", "/screen"]) {
        await page.goto(url + path);
        await page.waitForLoadState("networkidle");
        await look(path.replace(debate.id, "own"));
      }
      await page.goto(`${url}/debates/import`);
      await whenInteractive(page);
      await page.getByRole("textbox").first().fill(OWN);
      await page.locator("#editor").waitFor();
      await look("/debates/import");
      await page.goto(`${url}/dashboard`);
      await whenInteractive(page);
      for (const menu of [page.getByRole("banner"), page.getByRole("main")]) {
        await enlarge(page);
        await menu.locator("[aria-haspopup=menu]").last().press("Enter");
        await enlarge(page);
        // The larger menu finds its place some frames later.
        await page.getByRole("menu").hover({ trial: true });
        await look("menu");
        await page.keyboard.press("Escape");
      }
    }),
  );
  expect(faults).toEqual([]);
});

test("[F28] [F36] with text of twice its size the middle of the control room keeps a third of a laptop’s window, its invitation whole words, and on a phone its bar gives way", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const session = await openSession(program, {});
  const { cookie, code } = session;
  const remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const { ticket, participantId } = await joinSession(program.url, code);
  const student = await connectClient(program.url, { auth: { code, ticket }, participantId });
  await moveTo(remote, "rebuttal");
  await student.send("rebuttal:post", rebuttal({ body: "Geography does not bargain." }));
  const { host } = await openFaces(browser, program, { ...session, colorScheme: "light" }, ["host"]);
  await expect(host.getByRole("article")).toHaveCount(1);
  await enlarge(host);
  const stage = await host.locator("#stage").boundingBox();
  expect(stage?.width).toBeGreaterThan(1280 / 3);
  // [F36] No word is cut into letters.
  const copy = await host.getByRole("button", { name: "Copy link" }).boundingBox();
  expect.soft(copy?.width).toBeGreaterThan(150);
  await host.setViewportSize({ width: 1920, height: 1080 });
  expect((await host.locator("#stage").boundingBox())?.width).toBeGreaterThan(1920 / 3);
  await host.setViewportSize({ width: 320, height: 568 });
  await expect.poll(() => tooWide(host)).toBe("");
  const next = host.getByRole("button", { name: "Open the last vote" });
  const isFixed = await next.evaluate((button) => {
    let each: Element | null = button;
    while (each && getComputedStyle(each).position !== "fixed") each = each.parentElement;
    return each !== null;
  });
  expect(isFixed).toBe(false);
  const { session: now } = await remote.sync();
  await said(remote.send("host:phase", { to: "lobby", version: now.version }));
  await host.getByRole("heading", { name: "Let them in" }).waitFor();
  await expect.poll(() => tooWide(host)).toBe("");
  remote.close();
  student.close();
});
