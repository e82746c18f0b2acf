import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "playwright/test";
import type { Results } from "#debate/counting/results.ts";
import type { Choice, Round } from "#debate/rules/choices.ts";
import { collectBytes } from "#tests/e2e/support/bytes.ts";
import { watchDoors } from "#tests/e2e/support/doors.ts";
import { doublePress } from "#tests/e2e/support/double-press.ts";
import {
  joinByPhone,
  joinBySocket,
  newsletter,
  PHONE,
  type Plan,
  plansOf,
  signIn,
  vote,
} from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import type { Client } from "#tests/support/client.ts";
import { startProgram } from "#tests/support/program.ts";

const PLANNED = [
  [7, 1, 1],
  [4, 8, 1],
  [5, 1, 2],
];
/** Three of the thirty students use a browser; the others are sockets. */
const ON_PHONES: Plan[] = [
  { before: "for", after: "for" },
  { before: "against", after: "for" },
  { before: "undecided", after: "undecided" },
];

test("the whole lesson on the imported newsletter, from the pasted text to the verdict", async ({
  browser,
}) => {
  // One of its own, since it is stopped on the way.
  await using program = await startProgram({ kind: "whole" });
  const { url } = program;
  const doors = watchDoors(program);
  const desk = await doors.watch(await browser.newContext({ viewport: { width: 1280, height: 800 } }));
  const host = await desk.newPage();

  await test.step("the instructor imports the newsletter and opens a session", async () => {
    await signIn(host, url);
    await importNewsletter(host, url);
    await host.getByRole("button", { name: "Open a session" }).first().click();
    await host.getByRole("button", { name: "Open session" }).click();
    await host.waitForURL(/\/host\/[0-9A-Z]{6}$/u);
  });
  const code = new URL(host.url()).pathname.split("/").at(-1) ?? "";

  const screen = await openProjector(host);
  const plans = plansOf(PLANNED);
  for (const plan of ON_PHONES)
    plans.splice(
      plans.findIndex((each) => each.before === plan.before && each.after === plan.after),
      1,
    );
  const phones = await Promise.all(
    ON_PHONES.map(async () => joinByPhone(url, code, await doors.watch(await browser.newContext(PHONE)))),
  );
  const students = await Promise.all(plans.map(() => joinBySocket(url, code)));
  const [writer] = phones as [Page];
  const received = collectBytes(writer);
  // What screen readers are told may say the same at that moment.
  await expect(screen.getByRole("main").getByText("30 people are here")).toBeVisible();

  await test.step("everyone votes before; the projector shows only how many have voted", async () => {
    await next(host, "Open the first vote");
    await castAll(phones, students, plans, "before");
    await expect(screen.getByText("Everyone has voted")).toBeVisible();
    await next(host, "Close the vote and show the positions");
    const late = await (students[0] as Client).send("ballot:cast", {
      round: "before",
      choice: "for",
      seq: 99,
    });
    expect(late).toMatchObject({ ok: false, code: "wrong-phase" });
  });

  await test.step("[W12] the server restarts, and everyone reconnects automatically", async () => {
    await expect(writer.getByRole("heading", { name: "Two experts disagree" })).toBeVisible();
    const tried: string[] = [];
    host.on("websocket", () => tried.push("WebSocket"));
    host.on("request", (request) => request.url().includes("transport=polling") && tried.push("polling"));
    expect(await program.end("SIGTERM")).toBe(0);
    // Chromium delays a page's WebSockets once some have failed: staff then begin with long polling.
    // It may report a WebSocket that failed some requests later.
    await expect.poll(() => tried.join(" ")).toMatch(/^WebSocket polling .*polling polling polling/u);
    const failed = tried.length;
    await program.start("whole", "same port");
    await Promise.all(students.map((student) => student.sync()));
    await expect.poll(() => tried.slice(failed)).toContain("WebSocket");
    await expect(host.getByText("Reconnecting", { exact: true })).toHaveCount(0);
  });

  await test.step("a phone is reloaded in the middle of a rebuttal, and its words are still there", async () => {
    // [P7] Once, although it was pressed twice.
    await next(host, "Start the rebuttals", doublePress);
    const words = "A border of four thousand kilometres is a reason for caution, and not for silence.";
    await writer.getByRole("button", { name: "Write a rebuttal" }).first().click();
    await writer.getByLabel("Your argument").fill(words);
    await writer.reload();
    await expect(writer.getByLabel("Your argument")).toHaveValue(words);
    await writer.getByRole("button", { name: "Send", exact: true }).click();
    const card = host.getByRole("main").getByRole("listitem").filter({ hasText: words });
    await card.getByRole("button", { name: "Show on projector" }).click();
    await expect(screen.getByText(words)).toBeVisible();
    const id = randomUUID();
    await (students[0] as Client).send("rebuttal:post", {
      id,
      side: "against",
      body: "Silence is what caution sounds like.",
    });
    await expect(writer.getByText("Silence is what caution sounds like.")).toBeVisible();
    await writer.getByRole("button", { name: "This is persuasive" }).first().click();
    await expect(host.getByText("Silence is what caution sounds like.").first()).toBeVisible();
  });

  await test.step("everyone votes after", async () => {
    await next(host, "Open the last vote");
    await castAll(phones, students, plans, "after");
    await expect(screen.getByText("Everyone has voted")).toBeVisible();
  });

  await test.step("nothing that the student's browser received so far holds a tally", async () => {
    const bytes = await received.all();
    expect(bytes.some((body) => body.startsWith("socket 42"))).toBe(true);
    expect(bytes.some((body) => body.includes("turnout"))).toBe(true);
    for (const body of bytes) expect(body).not.toMatch(/tally|matrix|"undecided\\?":\s*\d/u);
  });

  await test.step("the verdict is shown to all", async () => {
    await next(host, "Close the vote");
    const steps = host.getByRole("region", { name: "Steps of the reveal" });
    await expect(steps).toContainText("Voting is over");
    await next(host, "Show the first vote", doublePress);
    for (const step of ["Show who moved", "Show the verdict", "Compare with chance", "Open the full results"])
      await next(host, step);
    const verdict = /For is ahead, a hint and not proof\. From 9 to 16 of the 30/u;
    for (const page of [host, screen, ...phones])
      await expect(page.getByText(verdict).first()).toBeVisible({ timeout: 30_000 });
    const results: Results = await (await fetch(`${url}/api/sessions/${code}/results`)).json();
    expect(results.paired.matrix).toEqual(PLANNED);
    expect(results.verdict).toMatchObject({ winner: "for", deadHeat: false, decisive: false });
    expect(results.tests?.direction.midP).toBeCloseTo(0.0574, 4);
    expect(results.swing?.for).toBeCloseTo(23.333333, 5);
    expect(results.swing?.against).toBeCloseTo(-10, 9);
    await phones[1]
      ?.getByText(/Against/u)
      .first()
      .waitFor();
  });

  await test.step("[O1] the whole lesson sent no request to another site and broke no page's policy", () => {
    expect(doors.asked.here).toBeGreaterThan(100);
    expect(doors.asked.elsewhere).toEqual([]);
    expect(doors.refused).toEqual([]);
  });
});

async function importNewsletter(host: Page, url: string): Promise<void> {
  await host.goto(`${url}/debates/import`);
  await host.getByRole("textbox").first().fill(newsletter());
  await host.getByRole("checkbox", { name: /argues for the resolution/u }).click();
  await host.getByRole("button", { name: "Save debate" }).first().click();
  await host.waitForURL(/\/debates\/[0-9a-f-]{36}$/u);
}

async function openProjector(host: Page): Promise<Page> {
  const opened = host.context().waitForEvent("page");
  await host.getByRole("link", { name: "Open the projector" }).click();
  const screen = await opened;
  await screen.setViewportSize({ width: 1920, height: 1080 });
  return screen;
}

/** Presses the one next step. */
async function next(
  host: Page,
  step: string,
  press = (button: Locator): Promise<void> => button.click(),
): Promise<void> {
  await press(host.getByRole("button", { name: step }));
  await expect(host.getByRole("button", { name: step })).toHaveCount(0);
}

async function castAll(
  phones: Page[],
  students: Client[],
  plans: Plan[],
  round: Round & keyof Plan,
): Promise<void> {
  for (const [index, phone] of phones.entries()) await vote(phone, ON_PHONES[index]?.[round] as Choice);
  const answers = await Promise.all(
    students.map((student, index) =>
      student.send("ballot:cast", { round, choice: plans[index]?.[round] as Choice, seq: 1 }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(students.length);
}
