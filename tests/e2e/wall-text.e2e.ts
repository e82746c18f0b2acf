import { expect, type Locator, type Page, test } from "playwright/test";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Step } from "#debate/rules/steps.ts";
import { IS_BRIEF, openFaces, openSession } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { takePicture } from "#tests/e2e/support/pictures.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { cutOff, overlaps, tooSmall } from "#tests/e2e/support/wall-text.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { JAPANESE as JAPANESE_DEBATE } from "#tests/support/languages.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { keyIn, postJson, signIn } from "#tests/support/requests.ts";

const WALLS = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
  [3840, 2160],
] as const;

/** One of each shape: letters grow with the wall. */
const SHAPES = IS_BRIEF ? WALLS.filter(([width]) => width < 1900) : WALLS;

const FAMILY = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}";
const JAPANESE = "国境は四千キロメートルにわたって動かず、地理は取引に応じない。";
const PHONES = [
  [320, 568],
  [390, 844],
] as const;

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
  const program = await sharedProgram();
  const { cookie, code, key } = await openSession(program, {});
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const ada = await joinBySocket(program.url, code);
  const { wall } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, ["wall"]);
  await moveTo(host, "before");
  await expect(wall.getByText("Vote on your phone")).toBeVisible();
  await moveTo(host, "reading");
  const names = BUILT_IN_DEBATE.positions.map(({ expert }) => expert.name);
  for (const [width, height] of WALLS) {
    await wall.setViewportSize({ width, height });
    for (const name of names) await expect(wall.getByRole("heading", { name })).toBeInViewport({ ratio: 1 });
    await expect.poll(() => cutOff(wall), { message: `claims at ${width} x ${height}` }).toEqual([]);
    await expect.poll(() => tooSmall(wall), { message: `claims at ${width} x ${height}` }).toEqual([]);
    await takePicture(wall, `wall-text/reading-${width}`);
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
      await takePicture(wall, `wall-text/${name}-${width}`);
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
  for (const client of [host, ada]) client.close();
});

test("[V26][V31][V36] the reveal's pictures and the thanks fit on every wall, and every phase on a phone, in English and Japanese @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const cookie = await signIn(program.url);
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
  const { wall } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, ["wall"]);
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
  await inBoth("lobby", PHONES);
  await moveTo(host, "before", settings);
  for (const [seat, each] of students.entries())
    await each.send("ballot:cast", ballot(seat < 6 ? "against" : "for"));
  await inBoth("before", PHONES);
  await host.send("host:reveal", { on: true });
  await host.send("host:timer", { seconds: 600 });
  await expect(wall.getByRole("timer")).toBeVisible();
  await inBoth("tally", PHONES);
  await moveTo(host, "reading", settings);
  await inBoth("reading", PHONES);
  await moveTo(host, "rebuttal", settings);
  const root = rebuttal({ body: JAPANESE.repeat(4) });
  const replies = [rebuttal({ body: JAPANESE, replyTo: root.id }), rebuttal({ replyTo: root.id })];
  for (const posted of [root, ...replies]) await students[0]?.send("rebuttal:post", posted);
  await host.send("host:wall", { show: { rebuttalId: root.id, replies: replies.map(({ id }) => id) } });
  await expect(wall.getByRole("listitem")).toHaveCount(2);
  await inBoth("replies", PHONES);
  await host.send("host:wall", { show: null });
  for (const phase of ["pairs", "after"] as const) {
    await moveTo(host, phase, settings);
    await inBoth(phase, PHONES);
  }
  // Both sides lose, which has the longest headline.
  for (const [seat, each] of students.entries())
    await each.send("ballot:cast", ballot(seat < 7 ? "undecided" : "for", "after"));
  await moveTo(host, "steelman", settings);
  await inBoth("steelman", PHONES);
  await moveTo(host, "results", settings);
  await shows("guess");
  await inBoth("guess", PHONES);
  for (const [seat, each] of students.entries()) await each.send("guess:cast", { share: seat * 8 });

  const fits = (what: string) => inBoth(what, [...PHONES, ...WALLS]);
  for (const step of ["before", "flow", "verdict", "chance", "moved", "open"] as const) {
    await shows(step);
    await fits(step);
  }
  for (const show of [{ chart: "swing" }, { chart: "guess" }, "thanks"] as const) {
    await host.send("host:wall", { show });
    await fits(JSON.stringify(show));
  }
  for (const client of [host, ...students]) client.close();
});

test("[V14] [V26] what moved a class of more than two hundred fits on every wall, in English and Japanese @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { cookie, code, key } = await openSession(program, { reveal: "staged", activities: { guess: {} } });
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const students = await Promise.all(Array.from({ length: 210 }, () => joinBySocket(program.url, code)));
  const { wall } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, ["wall"]);
  const each = (act: (student: Client, seat: number) => Promise<{ ok: boolean }>) =>
    Promise.all(
      students.map(async (student, seat) => expect(await act(student, seat)).toMatchObject({ ok: true })),
    );
  await moveTo(host, "before");
  const sideOf = (seat: number): Side => (seat % 2 ? "for" : "against");
  await each((student, seat) => student.send("ballot:cast", ballot(sideOf(seat))));
  await moveTo(host, "rebuttal");
  const point = rebuttal();
  await students[0]?.send("rebuttal:post", point);
  await moveTo(host, "after");
  const why = "It gave me a reason that I had not thought of before, and I looked it up.";
  await each((student, seat) => {
    // The first 120 change sides, and most of them say what moved them.
    const choice = sideOf(seat < 120 ? seat + 1 : seat);
    // Most of them name one paragraph, whose number has three digits.
    const n = seat < 105 ? 1 : [0, 2, 3][seat % 3];
    const named = n ? { paragraph: { side: "for" as const, n } } : { rebuttalId: point.id };
    const credit = { ...named, without: sideOf(seat), why };
    return student.send("ballot:cast", {
      ...ballot(choice, "after"),
      // No one credits a rebuttal of their own.
      ...(seat > 0 && seat < 120 && { credit }),
    });
  });
  await moveTo(host, "results");
  const shows = async (step: Step) => {
    const { version } = (await host.sync()).session;
    expect(await host.send("host:step", { step, version })).toMatchObject({ ok: true });
  };
  const inBoth = async (look: (where: string) => Promise<void>) => {
    for (const language of ["en", "ja"] as const) {
      await host.send("host:wall-look", { theme: null, language });
      await expect(wall.locator("main")).toHaveAttribute("lang", language);
      for (const [width, height] of WALLS) {
        await wall.setViewportSize({ width, height });
        await look(`${language} at ${width} x ${height}`);
      }
    }
  };
  await shows("guess");
  await each((student, seat) => student.send("guess:cast", { share: seat % 101 }));
  await shows("flow");
  const fits = async (where: string) => {
    await expect.poll(() => cutOff(wall), { message: where }).toEqual([]);
    await expect.poll(() => overlaps(wall), { message: where }).toEqual([]);
  };
  await inBoth(fits);
  await shows("moved");
  await inBoth(async (where) => {
    const bottomOf = async (part: Locator) => {
      const { y, height } = (await part.boundingBox()) ?? { y: 0, height: 9999 };
      return y + height;
    };
    await expect(wall.getByRole("listitem"), where).toHaveCount(4);
    await fits(where);
    // Of three digits in one line.
    const { width = 0, height = 99 } = (await wall.getByText(/^104/u).first().boundingBox()) ?? {};
    expect(height, where).toBeLessThan(width);
    const words = wall.getByText(/The words are on your phone|反論の文章はスマホで読めます/u);
    const top = async () => (await words.boundingBox())?.y ?? 0;
    await expect
      .poll(async () => (await top()) - (await bottomOf(wall.getByRole("list").first())), { message: where })
      .toBeGreaterThan(0);
  });
  for (const [chart, words] of [
    ["swing", /How far each side moved|賛成と反対の変化/u],
    ["guess", /What you guessed|みんなの予想/u],
  ] as const) {
    await host.send("host:wall", { show: { chart } });
    await expect(wall.getByText(words)).toBeVisible();
    await inBoth(fits);
  }
  for (const client of [host, ...students]) client.close();
});

test("[V26] the broadest code leaves the QR code its place and the projector its margin", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { cookie, code, key } = await openSession(program, {});
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const { wall } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, ["wall"]);
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
  host.close();
});
