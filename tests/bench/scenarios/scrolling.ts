import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright/test";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Figure } from "#tests/bench/figures.ts";
import { PHONE, type SlowPage, slowPage, startBrowser } from "#tests/bench/slow-page.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";
import { joinSession, postJson, signIn } from "#tests/support/requests.ts";

const REBUTTALS = 300;
const EACH = 5;
/** Who goes on while a phone scrolls. */
const WRITERS = 10;
/** Pixels a second, for so many of them: as fast as someone who looks for something. */
const [SPEED, FAR] = [2_000, 10_000];
const LEAST = 55;
const SENTENCE =
  "A card that is shown to everyone is no longer a card, and a neighbor is one every day of the year. ";

/** While it scrolls, the class endorses this often and posts this often, in milliseconds. */
const [ENDORSES, POSTS] = [50, 2_000];

/**
 * Frames a second: `shown` reached the screen, `drawn` were also drawn by the page's own thread. `empty`: those with a part that was
 * not painted yet. `longest`: from one frame of the page to the next, in milliseconds.
 */
type Scrolled = { shown: number; drawn: number; empty: number; longest: number; pixels: number };

/** How smoothly a slow phone scrolls all rebuttals of a hall, beside a page of the same words that has nothing else. */
export async function scrolling(): Promise<Figure[]> {
  await using program = await startProgram({ kind: "launched" });
  const { url } = program;
  const cookie = await signIn(url);
  const lesson = await opened(url, cookie);
  const browser = await startBrowser();
  try {
    return [
      ...figuresOf("a plain page of the same words", await plainPage(browser, lesson.bodies)),
      ...(await phone(browser, `${url}/s/${lesson.code}`, lesson)),
    ];
  } finally {
    await browser.close();
    for (const { socket } of [lesson.host, ...lesson.writers]) socket.close();
  }
}

async function plainPage(browser: Browser, bodies: string[]): Promise<Scrolled> {
  const slow = await slowPage(browser, PHONE);
  const cards = bodies.map((body) => `<article><p>${body}</p></article>`).join("");
  await slow.page.goto("about:blank");
  await slow.page.setContent(
    `<!doctype html><meta name="viewport" content="width=device-width">
    <style>article { border: 1px solid; border-radius: 8px; margin: 16px; padding: 16px; font-size: 18px }</style>${cards}`,
  );
  const scrolled = await scroll(slow, FAR);
  await slow.page.close();
  return scrolled;
}

async function phone(browser: Browser, address: string, lesson: Lesson): Promise<Figure[]> {
  const slow = await slowPage(browser, PHONE);
  const { page } = slow;
  await page.goto(address);
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("tab", { name: "Rebuttals" }).click();
  await page.getByRole("article").first().waitFor();
  const figures = figuresOf("the first threads", await scroll(slow, FAR), LEAST);
  const more = page.getByRole("button", { name: /^Show \d+ more$/u });
  while ((await more.count()) > 0) await more.click();
  await page.evaluate(() => scrollTo(0, 0));
  const drawn = await page.getByRole("article").count();
  figures.push(
    { name: "rebuttals drawn then, the others folded", unit: "", resolved: drawn },
    ...figuresOf("all threads, down", await scroll(slow, FAR), LEAST),
    ...figuresOf("all threads, up again", await scroll(slow, -FAR), LEAST),
  );
  const over = new AbortController();
  const arguing = goOn(lesson, over.signal);
  figures.push(...figuresOf("all threads, while the class goes on", await scroll(slow, FAR), LEAST));
  over.abort();
  await arguing;
  return figures;
}

function figuresOf(what: string, scrolled: Scrolled, least?: number): Figure[] {
  const { shown, drawn, empty, longest, pixels } = scrolled;
  const name = `a slow phone scrolls ${REBUTTALS} rebuttals: ${what}`;
  const bar = least === undefined ? {} : { bar: { text: `>= ${least} fps`, met: shown >= least } };
  return [
    { name: `${name}, on the screen`, unit: "fps", resolved: shown, ...bar },
    { name: `${name}, by the page`, unit: "fps", resolved: drawn },
    { name: `${name}, frames with a gap`, unit: "", resolved: empty },
    { name: `${name}, longest frame`, unit: "ms", resolved: longest },
    { name: `${name}, scrolled`, unit: "px", resolved: pixels },
  ];
}

/** Scrolls by a wheel and counts the frames meanwhile. */
async function scroll({ page, client }: SlowPage, far: number): Promise<Scrolled> {
  await page.waitForTimeout(2_000);
  const from = await page.evaluate(() => scrollY);
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ["disabled-by-default-devtools.timeline.frame"] });
  await page.evaluate(countFrames);
  await client.send("Input.synthesizeScrollGesture", {
    ...{ x: 195, y: 400, yDistance: -far, speed: SPEED },
    gestureSourceType: "mouse",
  });
  const times = await framesOf(page);
  const trace = String(await browser?.stopTracing());
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
  const { shown, empty } = framesIn(trace);
  const pixels = Math.abs((await page.evaluate(() => scrollY)) - from);
  const longest = Math.max(...gaps);
  return { shown: shown / seconds, drawn: gaps.length / seconds, empty, longest, pixels };
}

type Reported = {
  state: string;
  frame_sequence: number;
  checkerboarded_needs_raster: boolean;
  checkerboarded_needs_record: boolean;
};

/** What the compositor says of its frames, each of which it may report twice. */
function framesIn(trace: string): { shown: number; empty: number } {
  const { traceEvents } = JSON.parse(trace) as {
    traceEvents: { name: string; args: { frame_reporter?: Reported } }[];
  };
  const reports = traceEvents.flatMap(({ args }) => args.frame_reporter ?? []);
  const shown = reports.filter(({ state }) => state.startsWith("STATE_PRESENTED"));
  const empty = shown.filter((each) => each.checkerboarded_needs_raster || each.checkerboarded_needs_record);
  const count = (frames: Reported[]) => new Set(frames.map(({ frame_sequence }) => frame_sequence)).size;
  return { shown: count(shown), empty: count(empty) };
}

type Counting = { frames: number[]; isCounting: boolean };

/** Runs in the page. */
function countFrames(): void {
  const counting: Counting = { frames: [], isCounting: true };
  Object.assign(window, { counting });
  const count = (time: number) => {
    counting.frames.push(time);
    if (counting.isCounting) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
}

const framesOf = (page: Page) =>
  page.evaluate(() => {
    const { counting } = window as unknown as { counting: Counting };
    counting.isCounting = false;
    return counting.frames;
  });

type Lesson = Awaited<ReturnType<typeof opened>>;

/** The class goes on endorsing and writing. */
async function goOn({ writers, posted }: Lesson, over: AbortSignal): Promise<void> {
  const [first, ...others] = writers;
  for (let number = 0; !over.aborted; number += 1) {
    const rebuttalId = posted[(number * 7) % posted.length] ?? "";
    // One's own is refused, which is one less.
    await others[number % others.length]?.send("rebuttal:endorse", { rebuttalId, on: true });
    if (first && number % (POSTS / ENDORSES) === 0) await post(first, { body: SENTENCE, number, posted });
    await pause(ENDORSES);
  }
}

/** A class that has written all of them: most under a sentence of a position, a third in reply to another one. */
async function opened(url: string, cookie: string) {
  const session = await postJson(`${url}/api/sessions`, { debateId: BUILT_IN_DEBATE.id }, cookie);
  const { code } = (await session.json()) as { code: string };
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  await moveTo(host, "rebuttal");
  const posted: string[] = [];
  const bodies: string[] = [];
  const writers: Client[] = [];
  for (let student = 0; student < REBUTTALS / EACH; student += 1) {
    const { ticket, participantId } = await joinSession(url, code);
    const writer = await connectClient(url, { auth: { code, ticket }, participantId });
    for (let n = 0; n < EACH; n += 1) {
      const body = SENTENCE.repeat(5)
        .slice(0, 90 + ((posted.length * 37) % 360))
        .trim();
      posted.push(await post(writer, { body, number: posted.length, posted }));
      bodies.push(body);
    }
    if (student < WRITERS) writers.push(writer);
    else writer.socket.close();
  }
  return { code, host, bodies, posted, writers };
}

type Post = { body: string; number: number; posted: string[] };

async function post(writer: Client, { body, number, posted }: Post): Promise<string> {
  const id = randomUUID();
  const side = number % 2 ? "for" : "against";
  const answered = number % 3 === 2 ? posted[Math.floor((number * 7) / 10)] : undefined;
  const rest = answered ? { replyTo: answered } : { quote: quoteOf(number) };
  const answer = await writer.send("rebuttal:post", { id, side, body, ...rest });
  if (!answer.ok) throw new Error(`a rebuttal was refused: ${answer.code}`);
  return id;
}

/** The first sentence of some paragraph. */
function quoteOf(number: number) {
  const { side, paragraphs } = BUILT_IN_DEBATE.positions[number % 2] ?? BUILT_IN_DEBATE.positions[0];
  const { n, text } = paragraphs[number % paragraphs.length] ?? { n: 1, text: "" };
  return { side, n, exact: /^.+?[.?!](?=\s|$)/u.exec(text)?.[0] ?? text };
}
