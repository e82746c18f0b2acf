import { type Browser, expect, type Page } from "playwright/test";
import { closeToasts } from "#tests/e2e/support/faces.ts";
import { stopsBehindBars } from "#tests/e2e/support/keyboard.ts";
import { PHONE, said, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { at, bodyOf, openClass, sideOf } from "#tests/states/class.ts";
import type { Shown } from "#tests/states/pages.ts";
import * as phones from "#tests/states/phones.ts";
import { ballot, rebuttal } from "#tests/support/lesson.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

/** [F7] In percent. */
const LARGE = 200;

async function openPhone(browser: Browser, url: string, language: "en" | "ja"): Promise<Shown> {
  const size = { width: 360, height: 740 };
  const context = await browser.newContext({
    ...PHONE,
    viewport: size,
    locale: language,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.addInitScript((percent) => {
    localStorage.setItem("resolved.text-size", String(percent));
  }, LARGE);
  await page.goto(url);
  await whenInteractive(page);
  return { page, face: "phone", language, words: ALL_WORDS[language], heard: 0 };
}

/** What hangs out of the window or of the card that it is in, and names of authors that are cut to less than three letters. */
const crowded = () => {
  const faults: string[] = [];
  const { documentElement: root } = document;
  const wide = [...document.querySelectorAll("body *")].filter(
    (each) => each.getBoundingClientRect().right > root.clientWidth + 1 && !each.closest(".sr-only, svg"),
  );
  if (root.scrollWidth > root.clientWidth)
    faults.push(`scrolls sideways, as ${wide.slice(-3).map((each) => each.outerHTML.slice(0, 200))}`);
  // A quiet button at the end of a row hangs out by its padding.
  const hang = 0.75 * Number.parseFloat(getComputedStyle(root).fontSize) + 1;
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  for (const control of document.querySelectorAll(
    "main button, main a, main select, main input, [role=dialog] button",
  )) {
    if (!isShown(control) || control.closest(".sr-only, table")) continue;
    const { left, right, width } = control.getBoundingClientRect();
    const card = control.closest("li, article, section, fieldset, [role=dialog]")?.getBoundingClientRect();
    if (width > 1 && card && card.width > 1 && (right > card.right + hang || left < card.left - hang))
      faults.push(`out of its card by ${Math.round(right - card.right)}: ${control.outerHTML.slice(0, 160)}`);
  }
  for (const name of document.querySelectorAll<HTMLElement>("main bdi")) {
    if (!isShown(name) || name.closest(".sr-only")) continue;
    const { width } = name.getBoundingClientRect();
    const letter = Number.parseFloat(getComputedStyle(name).fontSize);
    if (name.scrollHeight > name.clientHeight + 2 || name.scrollWidth > name.clientWidth + 2)
      if (width < letter * 3) faults.push(`cut to ${Math.round(width)} px: ${name.textContent}`);
  }
  const barred = new Set<number>();
  for (const element of document.querySelectorAll("main *")) {
    if (!/fixed|sticky/u.test(getComputedStyle(element).position) || !isShown(element)) continue;
    const { top, bottom, height } = element.getBoundingClientRect();
    if (height < 2 || element.closest("[role=dialog]")) continue;
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(innerHeight, bottom); y++) barred.add(y);
  }
  if (barred.size > innerHeight * 0.4) faults.push(`bars take ${barred.size} of ${innerHeight} px`);
  return faults;
};

test("[F21] [F22] [F23] by keyboard a student sees what has the focus in every state of a lesson, and in English and Japanese nothing is cut off with text of twice its size", async ({
  browser,
}) => {
  const program = sharedProgram();
  const lesson = await openClass(program, { activities: { pairs: { when: "after", by: "text" } } });
  const { url, code } = lesson;
  const [english, japanese] = await Promise.all([
    openPhone(browser, `${url}/s/${code}`, "en"),
    openPhone(browser, `${url}/s/${code}`, "ja"),
  ]);
  const all = [english, japanese];
  const faults: string[] = [];
  const walk = async (state: string) => {
    for (const key of ["Tab", "Shift+Tab"] as const)
      faults.push(...(await stopsBehindBars(english.page, key)).map((fault) => `${state}: ${fault}`));
  };
  const look = async (state: string) => {
    for (const { page, language } of all) {
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 3));
      await page.evaluate(() => new Promise(requestAnimationFrame));
      faults.push(...(await page.evaluate(crowded)).map((fault) => `${state} ${language}: ${fault}`));
    }
    await walk(state);
  };
  /** Until the page has measured it, which is at the end of a frame: bars stay in their places by it. */
  const resize = (page: Page, size: string) =>
    page.evaluate((fontSize) => {
      Object.assign(document.documentElement.style, { fontSize });
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, size);
  /** With text of the usual size more bars stay in their places. */
  const walkAtUsualSize = async (state: string) => {
    await resize(english.page, "");
    await walk(state);
    await resize(english.page, `${LARGE}%`);
  };
  const byHand = async (act: (shown: Shown) => Promise<void>) => {
    for (const shown of all) {
      await closeToasts(shown.page);
      await act(shown);
    }
  };

  await look("join");
  await byHand(phones.join);
  await lesson.move("before");
  await test.step("[F23] a phone held sideways shows all three choices", async () => {
    for (const { page } of all) {
      const upright = page.viewportSize();
      await page.setViewportSize({ width: 640, height: 360 });
      await resize(page, "");
      await page.evaluate(() => scrollTo(0, 0));
      for (const choice of await page.locator("button[name=choice]").all())
        await expect(choice).toBeInViewport({ ratio: 1 });
      await resize(page, `${LARGE}%`);
      if (upright) await page.setViewportSize(upright);
    }
  });
  await byHand(phones.vote);
  await look("before, voted");
  await lesson.move("reading");
  await byHand(phones.mark);
  await look("reading, marked");
  await walkAtUsualSize("reading, marked");
  await lesson.move("rebuttal");
  const posts = Array.from({ length: 6 }, (_, place) =>
    rebuttal({ side: sideOf(place), body: bodyOf(place) }),
  );
  await lesson.each((student, place) => {
    const post = posts[place];
    return post && student.send("rebuttal:post", post);
  });
  const replyTo = at(posts, 1).id;
  await said(lesson.student(10).send("rebuttal:post", rebuttal({ body: `Yes. ${bodyOf(1)}`, replyTo })));
  const edited = { rebuttalId: at(posts, 3).id, body: "Hardly anybody wants this." };
  await said(lesson.student(3).send("rebuttal:edit", edited));
  await byHand(phones.openComposer);
  await look("composer");
  await byHand(phones.compose);
  await byHand(phones.sendRebuttal);
  await look("rebuttal");
  await walkAtUsualSize("rebuttal");
  await lesson.move("pairs");
  await said(lesson.host.send("host:pairs", { act: "make" }));
  await said(lesson.host.send("host:pairs", { act: "start" }));
  await byHand(phones.writeLine);
  await look("pairs, writing");
  await lesson.move("after");
  await lesson.each((student, place) => student.send("ballot:cast", ballot(sideOf(place), "after")));
  await byHand(phones.vote);
  await byHand(({ page, words }) =>
    page.getByRole("radio", { name: words.student.credit.kinds.rebuttal }).press("Space"),
  );
  await look("after, credit");
  await lesson.move("steelman");
  await lesson.each((student, place) =>
    student.send("steelman:write", { body: `I think: ${bodyOf(place)}` }),
  );
  await byHand(phones.writeSteelman);
  await byHand(phones.getOneToRate);
  await look("steelman, rating");
  await lesson.move("results");
  const { session } = await lesson.host.sync();
  await said(lesson.host.send("host:step", { step: "guess", version: session.version }));
  await byHand(async ({ page, words }) => {
    await page.getByRole("slider").press("ArrowRight");
    await expect(page.getByLabel(words.student.guess.label)).toHaveValue("55");
  });
  await look("results, guess");
  await lesson.move("closed");
  await byHand(async ({ page }) => void (await page.goto(`${url}/s/${code}/card`)));
  await look("card");
  expect(faults).toEqual([]);
});
