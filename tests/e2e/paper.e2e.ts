import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page } from "playwright/test";
import { extractText } from "unpdf";
import { KIT_PAPERS } from "#app/instructor/kit/kit-paper.ts";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { watchDoors } from "#tests/e2e/support/doors.ts";
import { openHosted, toCookies } from "#tests/e2e/support/faces.ts";
import { PHONE, type Plan, plansOf } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { joinSession, postJson } from "#tests/support/requests.ts";

const SIZES = ["A4", "Letter"] as const;
const NAME = "Period 3, Monday";
const UNBROKEN = "W".repeat(600);
const MATRIX = [
  [7, 1, 1],
  [4, 8, 1],
  [5, 1, 2],
];

/** The students' votes by plain requests, which need no connections. */
async function vote(url: string, code: string, round: "before" | "after", seats: Map<string, Plan>) {
  const cast = async ([ticket, plan]: [string, Plan]) => {
    const sent = ballot(plan[round], round);
    const answer = await postJson(`${url}/api/sessions/${code}/ballot`, sent, `seat-${code}=${ticket}`);
    expect(answer.ok).toBe(true);
  };
  await Promise.all([...seats].map(cast));
}

/** A session in `results` whose people voted like this. */
async function lesson(plans: Plan[], words: string[] = []) {
  const { url, code, cookie, host } = await openHosted({ name: NAME });
  const seats = new Map<string, Plan>();
  await Promise.all(plans.map(async (plan) => seats.set((await joinSession(url, code)).ticket, plan)));
  await moveTo(host, "before");
  await vote(url, code, "before", seats);
  await moveTo(host, "rebuttal");
  const [author] = seats.keys();
  if (author !== undefined && words.length > 0) {
    const student = await connectClient(url, { auth: { code, ticket: author } });
    for (const body of words)
      expect(await student.send("rebuttal:post", rebuttal({ body }))).toMatchObject({ ok: true });
  }
  await moveTo(host, "after");
  await vote(url, code, "after", seats);
  await moveTo(host, "results");
  return { url, code, cookie };
}

async function openAs(browser: Browser, { url, cookie }: { url: string; cookie: string }): Promise<Page> {
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 800 } });
  await context.addCookies(toCookies(cookie, url));
  return context.newPage();
}

/** A page as PDF, and how many pages it has. */
async function printed(page: Page, format: (typeof SIZES)[number], printBackground = false) {
  const pdf = (await page.pdf({ format, tagged: true, printBackground })).toString("latin1");
  return { pdf, pages: pdf.match(/\/Type \/Page\b/gu)?.length ?? 0 };
}

/** The smallest letters in charts on A4, in points: between its margins a sheet has 178 mm. */
async function smallestLetters(page: Page): Promise<number> {
  const [before, width] = [page.viewportSize(), Math.round((178 / 25.4) * 96)];
  await page.setViewportSize({ width, height: 1_000 });
  await page.emulateMedia({ media: "print" });
  const sizes = await page.locator("svg :is(text, tspan)").evaluateAll((all) =>
    all
      .filter((each) => each.getClientRects().length > 0 && each.children.length === 0)
      .map((each) => {
        const scale = (each as SVGGraphicsElement).getScreenCTM()?.a ?? 0;
        return Number.parseFloat(getComputedStyle(each).fontSize) * scale * 0.75;
      }),
  );
  await page.emulateMedia({ media: null });
  if (before) await page.setViewportSize(before);
  expect(sizes.length).toBeGreaterThan(0);
  return Math.min(...sizes);
}

test("[V23] report and summary are printed without buttons, tagged, and the summary on one page", async ({
  browser,
}) => {
  const opened = await lesson(plansOf(MATRIX), [UNBROKEN, "Geography does not bargain."]);
  const { url, code } = opened;
  const doors = watchDoors({ url });
  const page = await openAs(browser, opened);
  await doors.watch(page.context());
  await page.goto(`${url}/results/${code}`);
  await page.getByRole("link", { name: "Print report" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("For is ahead, a hint and not proof.");
  expect(await findProblems(page)).toEqual([]);

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const said of [
    NAME,
    code,
    "Shinji Hyodo",
    "from 1.7 points toward Against to 63.3 toward For",
    UNBROKEN,
    "How this was counted",
  ])
    await expect(page.getByText(said).filter({ visible: true }).first()).toBeVisible();
  // What is not shown has no role.
  for (const role of ["button", "link", "navigation"] as const)
    await expect(page.getByRole(role)).toHaveCount(0);
  for (const format of SIZES) {
    const { pdf, pages } = await printed(page, format);
    expect(pages, format).toBeGreaterThan(2);
    expect(pages, format).toBeLessThan(8);
    for (const tag of [
      "/StructTreeRoot",
      "/Lang (en)",
      "/S /H1",
      "/S /H2",
      "/S /Table",
      "/S /TH",
      "/S /Caption",
    ])
      expect(pdf, `${tag} on ${format}`).toContain(tag);
    // Each figure says what it shows: the flow, both swings and the lead, the coin.
    expect(pdf.match(/\/S \/Figure/gu)).toHaveLength(3);
    expect(pdf.match(/\/Alt /gu)).toHaveLength(3);
  }
  await page.emulateMedia({ media: null, colorScheme: null });
  expect(await smallestLetters(page)).toBeGreaterThanOrEqual(8);
  for (const format of ["svg", "png"] as const) {
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: `Save as ${format.toUpperCase()}: The 30 people` }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`${code}-Period-3-Monday-flow.${format}`);
    const file = await readFile(await download.path());
    if (format === "svg") {
      const text = file.toString("utf8");
      for (const said of [
        NAME,
        code,
        "The 30 people who voted both times",
        "Strong streams show",
        'fill="#fff"',
      ])
        expect(text).toContain(said);
      expect(text).not.toMatch(/class=|var\(/u);
    } else {
      expect(file.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect(file.readUInt32BE(16)).toBe(2_400);
    }
  }
  expect(doors.refused).toEqual([]);

  await page.getByRole("link", { name: "One-page summary" }).click();
  await expect(page.getByRole("heading", { name: "For is ahead, a hint and not proof." })).toBeVisible();
  expect(await findProblems(page)).toEqual([]);
  for (const format of SIZES) expect((await printed(page, format)).pages, format).toBe(1);
  expect(await smallestLetters(page)).toBeGreaterThanOrEqual(8);
  await page.goto(`${url}/results/${code}`);
  expect(await smallestLetters(page)).toBeGreaterThanOrEqual(8);
  await page.emulateMedia({ media: "print" });
  for (const role of ["button", "navigation"] as const) await expect(page.getByRole(role)).toHaveCount(0);
  // What is left leads from sentences to their answers and back.
  await expect(page.locator("a:visible:not([href^='#'])")).toHaveCount(0);
});

test("[V23] the summary of no one, and of 120 people, is one page", async ({ browser }) => {
  for (const plans of [[], plansOf(MATRIX.map((row) => row.map((people) => 4 * people)))]) {
    const opened = await lesson(plans, plans.length > 0 ? [UNBROKEN, "水".repeat(600)] : []);
    const page = await openAs(browser, opened);
    await page.goto(`${opened.url}/results/${opened.code}/summary`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const format of SIZES)
      for (const backgrounds of [false, true])
        expect((await printed(page, format, backgrounds)).pages, `${plans.length} on ${format}`).toBe(1);
    if (plans.length > 0) expect(await smallestLetters(page)).toBeGreaterThanOrEqual(8);
  }
});

test("[V21] a student's card with the longest words is one page, has no buttons on paper, and can be read without a connection", async ({
  browser,
}) => {
  const { url, code, host } = await openHosted({});
  const { ticket } = await joinSession(url, code);
  const student = await connectClient(url, { auth: { code, ticket } });
  await moveTo(host, "before");
  await student.send("ballot:cast", { ...ballot("against"), reason: "\u{1f600}".repeat(60) });
  await moveTo(host, "rebuttal");
  await student.send("rebuttal:post", rebuttal({ body: "長".repeat(300) }));
  await moveTo(host, "results");
  const context = await browser.newContext(PHONE);
  await context.addCookies(toCookies(`seat-${code}=${ticket}`, url));
  const page = await context.newPage();
  await page.goto(`${url}/s/${code}/card`);
  await expect(page.getByRole("button", { name: "Print or save" })).toBeEnabled();
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.emulateMedia({ media: "print" });
  for (const role of ["button", "link"] as const)
    await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0);
  for (const format of SIZES) expect((await printed(page, format)).pages, format).toBe(1);
  await page.emulateMedia({ media: "screen" });
  await context.setOffline(true);
  await expect(page.getByText("No connection. You can still read and print this card.")).toBeVisible();
});

test("[Y7] each part of a kit prints without an empty page, the handout on two sheets", async ({
  browser,
}) => {
  const page = await openAs(browser, sharedProgram());
  for (const paper of KIT_PAPERS)
    for (const format of SIZES) {
      await page.goto(`${sharedProgram().url}/debates/zoos/kit/print?what=${paper}`);
      const { text: pages } = await extractText(new Uint8Array(await page.pdf({ format })));
      for (const words of pages)
        expect(words.replace(/\d+ \/ \d+/u, "").trim(), `${paper}, ${format}`).not.toBe("");
      if (paper === "handout") expect(pages, format).toHaveLength(4);
    }
});
