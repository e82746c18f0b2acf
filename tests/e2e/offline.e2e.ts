import {
  type BrowserContext,
  chromium,
  expect,
  type Locator,
  type Page,
  type WebSocketRoute,
} from "playwright/test";
import { openSession, type Place, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE, vote, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { cookiesOf, postJson } from "#tests/support/requests.ts";
import { installedChromium } from "#tests/support/system-packages.mjs";

const WORDS = "Neighbours are not chosen, and that is the argument.";
const COUNTED = "Counted. You can change it until voting closes.";

test("[B2][R4] what a student sends offline waits on the phone, survives closing the tab, and is stored once", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { host, code, rowsOf } = await classroom(program);
  const bob = await joinBySocket(program.url, code);
  const context = await browser.newContext(PHONE);
  let phone = await joinByPhone(program.url, code, context);

  await moveTo(host, "before");
  await vote(phone, "for");
  phone = await whileAway(phone, context, async () => {
    await phone.getByRole("button", { name: /^Against/u }).click();
    await expect(phone.getByText("Waiting for a connection. Your vote is kept on this phone.")).toBeVisible();
    await expect(phone.getByText("Reconnecting.")).toBeVisible();
    await expect(phone.getByText(COUNTED)).toHaveCount(0);
  });
  // The server's page still shows the first vote, as counted.
  await expect(phone.getByRole("button", { name: /^Against/u, pressed: true })).toBeVisible();
  await expect(phone.getByText(COUNTED)).toBeVisible();
  const votes = [expect.objectContaining({ round: "before", choice: "against" })];
  await expect.poll(() => rowsOf("ballots")).toEqual(votes);

  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  const theirs = rebuttal();
  await bob.send("rebuttal:post", theirs);
  await phone.getByText(theirs.body).waitFor();
  phone = await whileAway(phone, context, async () => {
    await phone.getByRole("button", { name: "This is persuasive" }).click();
    await phone.getByRole("button", { name: "Write a rebuttal" }).first().click();
    await phone.getByLabel("Your argument").fill(WORDS);
    await phone.getByRole("button", { name: "Send", exact: true }).click();
    await expect(phone.getByText("Reconnecting. 2 things are waiting to be sent.")).toBeVisible();
  });
  await expect(phone.getByText("Sent", { exact: true })).toBeVisible();
  await expect(phone.getByRole("button", { name: /^This is persuasive/u, pressed: true })).toBeVisible();

  await expect
    .poll(() => rowsOf("rebuttals"))
    .toEqual([
      expect.objectContaining({ id: theirs.id, endorsements: 1 }),
      expect.objectContaining({ side: "against", body: WORDS, endorsements: 0 }),
    ]);
  expect(await rowsOf("ballots")).toEqual(votes);
});

test("[F19] at 320 x 568 the note of a lost connection covers no answer of a vote, and no control at the end of a page", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { host, code } = await classroom(program);
  const context = await browser.newContext({ ...PHONE, viewport: { width: 320, height: 568 } });
  const phone = await joinByPhone(program.url, code, context);
  await moveTo(host, "before");
  const answers = phone.getByRole("main").locator("form button");
  await expect(answers).toHaveCount(3);
  await context.setOffline(true);
  const note = phone.getByText("Reconnecting.");
  await expect(note).toBeInViewport({ ratio: 1 });
  // In one line.
  expect((await note.boundingBox())?.height).toBeLessThan(20);
  expect(await coveredIn(answers)).toEqual([]);
  await answers.nth(2).click();
  await expect(phone.getByText("Waiting for a connection. Your vote is kept on this phone.")).toBeVisible();
  expect(await coveredIn(answers)).toEqual([]);

  await context.setOffline(false);
  await phone.getByText(COUNTED).waitFor();
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  await phone.getByRole("button", { name: "Write a rebuttal" }).first().waitFor();
  await context.setOffline(true);
  await expect(phone.getByText("Reconnecting.")).toBeVisible();
  await phone.evaluate(() => scrollTo(0, document.body.scrollHeight));
  expect(await coveredIn(phone.getByRole("main").getByRole("button"))).toEqual([]);
});

test("[W19] what a seat has not sent is never sent as another seat, whose page is loaded instead", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { host, code, rowsOf } = await classroom(program);
  await moveTo(host, "before");
  const context = await browser.newContext(PHONE);
  const phone = await context.newPage();
  await phone.goto(`${program.url}/s/${code}`);
  await phone.getByRole("button", { name: "Join" }).click();
  await vote(phone, "for");
  // The page of the first seat, whose first connection is the other's.
  const held: WebSocketRoute[] = [];
  let holds = true;
  await phone.routeWebSocket(/socket\.io/u, (socket) => {
    if (holds) held.push(socket);
    else socket.connectToServer();
  });
  await phone.reload();
  await expect.poll(() => held).toHaveLength(1);
  await expect(phone.getByText(COUNTED)).toBeVisible();
  await context.setOffline(true);
  holds = false;
  await held[0]?.close();
  await phone.getByRole("button", { name: /^Against/u }).click();
  await expect(phone.getByText("Waiting for a connection. Your vote is kept on this phone.")).toBeVisible();

  const other = await postJson(`${program.url}/api/sessions/${code}/join`, {});
  await context.addCookies(toCookies(cookiesOf(other), program.url));
  const loaded = phone.waitForEvent("load");
  await context.setOffline(false);
  await loaded;
  await whenInteractive(phone);
  await expect(phone.getByRole("button", { pressed: true })).toHaveCount(0);
  expect(await rowsOf("ballots")).toEqual([expect.objectContaining({ round: "before", choice: "for" })]);
});

test("[W15] over plain HTTP, where browsers keep no pages, a student joins and votes as elsewhere", async () => {
  const program = sharedProgram();
  const { host, code } = await classroom(program);
  const executablePath = installedChromium();
  // On this machine's own address browsers trust plain HTTP.
  await using browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ["--no-sandbox", "--host-resolver-rules=MAP classroom.test 127.0.0.1"],
  });
  const url = `http://classroom.test:${new URL(program.url).port}`;
  const phone = await joinByPhone(url, code, await browser.newContext(PHONE));
  expect(await phone.evaluate(() => isSecureContext)).toBe(false);
  await moveTo(host, "before");
  await vote(phone, "for");
  await phone.reload();
  await expect(phone.getByText(COUNTED)).toBeVisible();
});

/** Does something without a connection, closes the tab, and opens another when there is one again. */
async function whileAway(phone: Page, context: BrowserContext, act: () => Promise<void>): Promise<Page> {
  await context.setOffline(true);
  await act();
  const url = phone.url();
  await phone.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(url);
  return next;
}

/** Controls that the note lies over; it lets presses through, so that only its place tells. */
async function coveredIn(controls: Locator): Promise<string[]> {
  const note = await controls.page().locator("p").filter({ hasText: "Reconnecting." }).boundingBox();
  if (!note) throw new Error("there is no note");
  return controls.evaluateAll(
    (all, { x, y, width, height }) =>
      all.flatMap((control) => {
        const { left, right, top, bottom } = control.getBoundingClientRect();
        const isCovered = left < x + width && right > x && top < y + height && bottom > y;
        return isCovered ? [control.textContent ?? ""] : [];
      }),
    note,
  );
}

/** A session with its host's socket, and what is stored of it. */
async function classroom(program: Place) {
  const { cookie, code } = await openSession(program);
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  return {
    host,
    code,
    async rowsOf(table: "ballots" | "rebuttals"): Promise<object[]> {
      const address = `${program.url}/api/sessions/${code}/export?table=${table}`;
      const response = await fetch(address, { headers: { cookie } });
      return ((await response.json()) as { rows: object[] }).rows;
    },
  };
}
