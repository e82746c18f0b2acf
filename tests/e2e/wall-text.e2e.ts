import { expect, type Page } from "playwright/test";
import type { Step } from "#debate/rules/steps.ts";
import { openFaces, openHosted } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { cutOff, overlaps, tooSmall } from "#tests/e2e/support/wall-text.ts";
import { connectClient } from "#tests/support/client.ts";
import { JAPANESE as JAPANESE_DEBATE } from "#tests/support/languages.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { keyIn, postJson } from "#tests/support/requests.ts";

const WALLS = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
  [3840, 2160],
] as const;

/** One of each shape: letters grow with the wall. */
const SHAPES = [
  [1280, 720],
  [1024, 768],
] as const;

const FAMILY = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}";
const JAPANESE = "国境は四千キロメートルにわたって動かず、地理は取引に応じない。";
const PHONE = [[320, 568]] as const;

/** The worst that may be written: as long as allowed, of the broadest letters, without a place to break. */
const WORST = {
  Japanese: JAPANESE.repeat(30).slice(0, 600),
  emoji: "\u{1f600}".repeat(600),
  families: FAMILY.repeat(85),
  W: "W".repeat(600),
  words: "Geography does not bargain with anyone. ".repeat(15).trim(),
  short: "No.",
} as const;

const pagesOf = async (wall: Page) => Number(await wall.locator("[data-pages]").getAttribute("data-pages"));

test("[V26][V30][V31] the longest and broadest texts fit on every wall or turn pages, with the author in sight", async ({
  browser,
}) => {
  const { program, cookie, code, key, host } = await openHosted({});
  const ada = await joinBySocket(program.url, code);
  const { wall } = await openFaces(browser, program, { cookie, code, key }, ["wall"]);
  await moveTo(host, "before");
  await expect(wall.getByText("Vote on your phone")).toBeVisible();
  await moveTo(host, "reading");
  const names = BUILT_IN_DEBATE.positions.map(({ expert }) => expert.name);
  for (const [width, height] of WALLS) {
    await wall.setViewportSize({ width, height });
    for (const name of names) await expect(wall.getByRole("heading", { name })).toBeInViewport({ ratio: 1 });
    await expect.poll(() => cutOff(wall), { message: `claims at ${width} x ${height}` }).toEqual([]);
    await expect.poll(() => tooSmall(wall), { message: `claims at ${width} x ${height}` }).toEqual([]);
  }
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await host.send("host:wall", { show: { paragraph: { side: "for", n: 1 } } });
  // It fits in a smaller size, so it has one page.
  await expect.poll(() => pagesOf(wall)).toBe(1);
  await host.send("host:wall", { show: null });
  await moveTo(host, "rebuttal");
  const { n, text } = BUILT_IN_DEBATE.positions[0].paragraphs[1] ?? { n: 2, text: "" };
  const quote = { side: "for" as const, n, exact: text.slice(0, 300).trim() };

  for (const [name, body] of Object.entries(WORST)) {
    const posted = rebuttal({ body, quote });
    await ada.send("rebuttal:post", posted);
    await host.send("host:wall", { show: { rebuttalId: posted.id } });
    await expect(wall.getByText(body.slice(0, 12)).first()).toBeAttached();
    for (const [width, height] of SHAPES) {
      const where = `${name} at ${width} x ${height}`;
      await wall.setViewportSize({ width, height });
      await wall.evaluate(() => document.fonts.ready);
      await expect.poll(() => cutOff(wall), { message: where }).toEqual([]);
      const pages = await pagesOf(wall);
      for (let page = 0; page < pages; page += 1) {
        await expect
          .poll(() => cutOff(wall), { message: `${where}, page ${page + 1} of ${pages}` })
          .toEqual([]);
        await expect(wall.locator("article footer").last(), where).toBeInViewport();
        await wall.keyboard.press("ArrowDown");
      }
      // A window that has just become larger is laid out anew.
      await expect.poll(() => tooSmall(wall), { message: where }).toEqual([]);
    }
  }
});

test("[V26][V31][V36] the reveal's pictures and the thanks fit on every wall, and every phase on a phone, in English and Japanese", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { cookie } = program;
  const imported = await postJson(`${program.url}/api/debates/import`, { text: JAPANESE_DEBATE }, cookie);
  const { debate } = (await imported.json()) as { debate: { id: string } };
  const settings = {
    reveal: "staged",
    activities: { guess: {}, speaking: {}, steelman: {}, pairs: { when: "after", by: "voice" } },
  } as const;
  const opened = await postJson(`${program.url}/api/sessions`, { debateId: debate.id, settings }, cookie);
  const { code, urls } = (await opened.json()) as { code: string; urls: { screen: string } };
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const students = await Promise.all(Array.from({ length: 12 }, () => joinBySocket(program.url, code)));
  const key = keyIn(urls.screen);
  const { wall } = await openFaces(browser, program, { cookie, code, key }, ["wall"]);
  const shows = async (step: Step) => {
    const { version } = (await host.sync()).session;
    expect(await host.send("host:step", { step, version })).toMatchObject({ ok: true });
  };
  const fitsAt = async (what: string, language: string, windows: readonly (readonly [number, number])[]) => {
    for (const [width, height] of windows) {
      await wall.setViewportSize({ width, height });
      const where = `${what} in ${language} at ${width} x ${height}`;
      await expect.poll(() => cutOff(wall), { message: where }).toEqual([]);
      await expect.poll(() => overlaps(wall), { message: where }).toEqual([]);
      if (width > 1000) await expect.poll(() => tooSmall(wall), { message: where }).toEqual([]);
    }
  };
  const inBoth = async (what: string, windows: readonly (readonly [number, number])[]) => {
    for (const language of ["en", "ja"] as const) {
      await host.send("host:wall-look", { theme: null, language });
      await expect(wall.locator("main")).toHaveAttribute("lang", language);
      await fitsAt(what, language, windows);
    }
  };
  await inBoth("lobby", PHONE);
  await moveTo(host, "before", settings);
  for (const [seat, each] of students.entries())
    await each.send("ballot:cast", ballot(seat < 6 ? "against" : "for"));
  await inBoth("before", PHONE);
  await host.send("host:reveal", { on: true });
  await host.send("host:timer", { seconds: 600 });
  await expect(wall.getByRole("timer")).toBeVisible();
  await inBoth("tally", PHONE);
  await moveTo(host, "reading", settings);
  await inBoth("reading", PHONE);
  await moveTo(host, "rebuttal", settings);
  const root = rebuttal({ body: JAPANESE.repeat(4) });
  const replies = [rebuttal({ body: JAPANESE, replyTo: root.id }), rebuttal({ replyTo: root.id })];
  for (const posted of [root, ...replies]) await students[0]?.send("rebuttal:post", posted);
  await host.send("host:wall", { show: { rebuttalId: root.id, replies: replies.map(({ id }) => id) } });
  await expect(wall.getByRole("listitem")).toHaveCount(2);
  await inBoth("replies", PHONE);
  await host.send("host:wall", { show: null });
  for (const phase of ["pairs", "after"] as const) {
    await moveTo(host, phase, settings);
    await inBoth(phase, PHONE);
  }
  // Both sides lose, which has the longest headline.
  for (const [seat, each] of students.entries())
    await each.send("ballot:cast", ballot(seat < 7 ? "undecided" : "for", "after"));
  await moveTo(host, "steelman", settings);
  await inBoth("steelman", PHONE);
  await moveTo(host, "results", settings);
  await shows("guess");
  await inBoth("guess", PHONE);
  for (const [seat, each] of students.entries()) await each.send("guess:cast", { share: seat * 8 });

  const fits = (what: string) => inBoth(what, [...PHONE, ...SHAPES]);
  for (const step of ["before", "flow", "verdict", "chance", "moved", "open"] as const) {
    await shows(step);
    // Someone who wants less motion sees none.
    const durations = await wall.evaluate(() =>
      document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().activeDuration)),
    );
    for (const duration of durations) expect(duration, step).toBeLessThan(1);
    await fits(step);
  }
  for (const show of [{ chart: "swing" }, { chart: "guess" }, "thanks"] as const) {
    await host.send("host:wall", { show });
    await fits(JSON.stringify(show));
  }
});

test("[V26] the broadest code leaves the QR code its place and the projector its margin", async ({
  browser,
}) => {
  const { program, cookie, code, key, host } = await openHosted({});
  const { wall } = await openFaces(browser, program, { cookie, code, key }, ["wall"]);
  for (const phase of ["lobby", "before"] as const) {
    await moveTo(host, phase);
    const joins = wall.locator("aside");
    const letters = joins.locator("span[aria-hidden]").first();
    await expect(letters).toHaveText(code);
    if (phase === "before") await expect(wall.getByText("Vote on your phone")).toBeVisible();
    for (const [width, height] of WALLS) {
      await wall.setViewportSize({ width, height });
      const margin = 0.03 * Math.min(width, 1.78 * height);
      await letters.evaluate((element) => element.replaceChildren("MWMQWH"));
      for (const part of [joins.locator("svg").first(), letters]) {
        const rightEdge = async () => {
          const { x, width: broad } = (await part.boundingBox()) ?? { x: width, width: 0 };
          return x + broad;
        };
        // A busy browser is laid out anew some moments after its window changed.
        await expect
          .poll(rightEdge, { message: `${phase} ${width}` })
          .toBeLessThanOrEqual(width - margin + 0.02 * width);
      }
    }
    await wall.reload();
  }
});
