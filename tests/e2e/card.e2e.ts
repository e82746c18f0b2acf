import { expect, test } from "playwright/test";
import type { Step } from "#debate/rules/steps.ts";
import { listenIn } from "#tests/e2e/support/announced.ts";
import { check, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";

const WHY = "It says what I had not thought of before I had read it.";
const TOLD = "2 say they would have voted otherwise without a rebuttal of yours.";
const LONG = "長".repeat(300);

test("[V21, V35, R29] a phone that shows something else tells its author that their words moved someone, and the card is one page @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie, code } = await openSession(program, { reveal: "staged" });
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const seats = await Promise.all(Array.from({ length: 3 }, () => joinSession(url, code)));
  const students = await Promise.all(
    seats.map(({ ticket, participantId }) => connectClient(url, { auth: { code, ticket }, participantId })),
  );
  const [ada, bob, cid] = students as [Client, Client, Client];
  const own = rebuttal({ body: LONG });
  await moveTo(host, "before");
  for (const each of students)
    await each.send("ballot:cast", { ...ballot("against"), reason: "😀".repeat(60) });
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", own);
  await moveTo(host, "after");
  const credit = { rebuttalId: own.id, without: "against", why: WHY } as const;
  for (const each of [bob, cid]) await each.send("ballot:cast", { ...ballot("for", "after"), credit });
  await ada.send("ballot:cast", { ...ballot("against", "after"), confidence: 4 });
  await moveTo(host, "results");

  const step = async (name: Step) => {
    const { version } = (await host.sync()).session;
    expect(await host.send("host:step", { step: name, version })).toMatchObject({ ok: true });
  };

  const context = await browser.newContext(PHONE);
  await context.addCookies(toCookies(`seat-${code}=${seats[0]?.ticket}`, url));
  const page = await context.newPage();
  const announced = await listenIn(page);
  await page.goto(`${url}/s/${code}`);
  const notice = page.getByRole("region", { name: "Notifications (F8)" });
  const tab = (name: string) => page.getByRole("tab", { name, exact: true });
  await step("verdict");
  await tab("Read").click();
  await expect(page.getByText(TOLD)).toHaveCount(0);
  await expect(tab("Result")).toBeVisible();
  await step("moved");
  await expect(notice.getByText(TOLD)).toBeVisible();
  await expect(tab(`Result ${TOLD}`)).toBeVisible();
  // [F2] Heard once, with the news of the step.
  const heard = async () =>
    (await announced()).map(({ words }) => words).filter((words) => words.includes(TOLD));
  await expect
    .poll(heard)
    .toContainEqual(expect.stringMatching(/^New in Result: What people say moved them/u));
  expect(await heard()).toHaveLength(1);
  await check(page, "card moved phone");
  await notice.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("tabpanel", { name: "Result" }).getByText(TOLD)).toBeVisible();
  await expect(tab("Result")).toHaveAttribute("aria-selected", "true");
  // Seen: not told again when the host steps back and on, or after a reload.
  await tab("Read").click();
  await step("verdict");
  await step("open");
  await expect(page.locator("a[href$='/card']")).toBeAttached();
  await expect(notice.getByText(TOLD)).toHaveCount(0);
  await expect(tab("Result")).toBeVisible();
  await page.reload();
  await expect(page.getByText(TOLD).first()).toBeVisible();
  await tab("Rebuttals").click();
  await expect(
    page
      .getByRole("tabpanel", { name: "Rebuttals" })
      .getByText("2 say they would have voted otherwise", { exact: true }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Your data" }).click();
  await page.getByRole("link", { name: "My card" }).click();
  await page.waitForURL(`${url}/s/${code}/card`);
  await expect(page.getByText("You stayed with")).toBeVisible();
  await check(page, "card");
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await page.evaluate(() =>
    Object.assign(window, { print: () => document.body.setAttribute("data-printed", "") }),
  );
  await page.getByRole("button", { name: "Print or save" }).click();
  await expect(page.locator("body[data-printed]")).toHaveCount(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("2 say they would have voted otherwise without your words.")).toBeVisible();
  for (const role of ["button", "link"] as const)
    await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0);
  for (const format of ["A4", "Letter"] as const) {
    const margin = { top: "10mm", right: "10mm", bottom: "10mm", left: "10mm" };
    const pdf = (await page.pdf({ format, margin })).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b/gu), format).toHaveLength(1);
  }

  await page.emulateMedia({ media: "screen" });
  await context.setOffline(true);
  await expect(page.getByText("No connection. You can still read and print this card.")).toBeVisible();

  const stranger = await browser.newPage();
  await stranger.goto(`${url}/s/${code}/card`);
  await check(stranger, "card without a seat");
  await expect(stranger.getByRole("heading", { name: "No card on this device" })).toBeVisible();
  for (const client of [host, ...students]) client.close();
});
