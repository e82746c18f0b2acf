import { expect, test } from "playwright/test";
import { doublePress } from "#tests/e2e/support/double-press.ts";
import { check, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE, vote } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";

const CALM = { ...PHONE, reducedMotion: "reduce" } as const;

test("[P12, P14] a student asks to speak, is called by number, and both clocks run on the projector @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie, code, key } = await openSession(program, { activities: { speaking: {} } });
  const remote = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const phone = await joinByPhone(url, code, await browser.newContext(CALM));
  await moveTo(remote, "rebuttal");
  const room = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await room.addCookies(toCookies(cookie, url));
  const host = await room.newPage();
  await host.goto(`${url}/host/${code}`);
  const wall = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await wall.goto(`${url}/screen/${code}?key=${key}`);

  await phone.getByText("Ask to speak", { exact: true }).click();
  await check(phone, "closing/ask to speak");
  await phone.getByRole("button", { name: "Against: ask to speak" }).click();
  await expect(phone.locator("#content").getByText("You’re in the queue to speak")).toBeVisible();
  await expect(phone.getByText("Number 1", { exact: true })).toBeVisible();
  const panel = host.getByRole("region", { name: "Speaking" });
  const [bob, cyd] = await Promise.all([joinBySocket(url, code), joinBySocket(url, code)]);
  for (const student of [bob, cyd]) await student.send("speak:ask", { on: true, side: "against" });
  await panel.getByRole("button", { name: "Call Number 2" }).click();
  await expect(panel.getByText("Now speaking:")).toBeVisible();
  // [P7] Who waits next comes into the same place, and is not called by the second half of a double press.
  await expect(panel.getByRole("button", { name: "End speech" })).toBeEnabled();
  await doublePress(panel.getByRole("button", { name: "Call Number 1" }));
  await expect(panel.getByRole("button", { name: "Call Number 1" })).toHaveCount(0);
  await expect(panel.getByRole("button", { name: "End speech" })).toBeEnabled();
  await expect(panel.getByRole("button", { name: "Call Number 3" })).toBeVisible();
  await cyd.send("speak:ask", { on: false, side: "against" });
  for (const client of [bob, cyd]) client.close();
  await check(host, "closing/speaking host");
  await expect(phone.getByText("It’s your turn to speak").first()).toBeVisible();
  await check(phone, "closing/called");
  const strip = wall.getByRole("region", { name: "Speaking" });
  await expect(strip.getByText("Number 1", { exact: true })).toBeVisible();
  await expect(strip.getByText(/^0:(?!00)/u)).toBeVisible();
  await check(wall, "closing/speaking wall");
  await phone.getByRole("button", { name: "I’m done" }).click();
  await expect(strip.getByText("Ask on your phone to speak")).toBeVisible();
  await expect(panel.getByText("Students ask to speak on their phones.")).toBeVisible();

  // [F2] Further down in a text one hears of it, too.
  await phone.getByText("Ask to speak", { exact: true }).click();
  await phone.getByRole("button", { name: "For: ask to speak" }).click();
  await phone.getByRole("tab", { name: "Read" }).click();
  await phone.locator("[data-sentence]:visible").last().scrollIntoViewIfNeeded();
  await panel.getByRole("button", { name: "Call Number 4" }).click();
  const notice = phone.getByRole("region", { name: "Notifications (F8)" });
  await expect(notice.getByText("It’s your turn to speak")).toBeVisible();
  await notice.getByRole("button", { name: "Show" }).click();
  await expect(phone.getByRole("button", { name: "I’m done" })).toBeInViewport();
  await phone.getByRole("button", { name: "I’m done" }).click();
  await expect(notice).toHaveCount(0);
  remote.close();
});

test("[M13, Y15] a vote asks about understanding, and an exit ticket survives a dead zone and a reload @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie, code } = await openSession(program, { activities: { outlook: {}, exitTicket: {} } });
  const remote = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const context = await browser.newContext(CALM);
  const phone = await joinByPhone(url, code, context);
  const seats = await Promise.all(Array.from({ length: 10 }, () => joinSession(url, code)));
  const students = await Promise.all(
    seats.map(({ ticket, participantId }) => connectClient(url, { auth: { code, ticket }, participantId })),
  );
  await moveTo(remote, "before");
  for (const each of students)
    await each.send("ballot:cast", { ...ballot("for"), outlook: { understanding: 2, respect: 4 } });
  await vote(phone, "for");
  const understanding = phone.getByRole("group", { name: /^I can state the best argument/u });
  await understanding.getByLabel("2, A little").check();
  await expect(phone.getByText("Saved", { exact: true }).first()).toBeVisible();
  await check(phone, "closing/outlook");
  await moveTo(remote, "after");
  for (const each of students)
    await each.send("ballot:cast", { ...ballot("for", "after"), outlook: { understanding: 4, respect: 4 } });
  await moveTo(remote, "results");

  const doubt = phone.getByLabel("What do you still doubt?");
  await expect(doubt).toBeVisible();
  await check(phone, "closing/exit ticket");
  await context.setOffline(true);
  await doubt.fill("Whether it lasts.");
  await expect(phone.getByText("Kept on this phone", { exact: true })).toBeVisible();
  await context.setOffline(false);
  await phone.reload();
  await expect(phone.getByText("Saved", { exact: true }).first()).toBeVisible();
  await expect(doubt).toHaveValue("Whether it lasts.");
  await phone.goto(`${url}/s/${code}/card`);
  await expect(phone.getByText("Whether it lasts.")).toBeVisible();
  await check(phone, "closing/card");

  const room = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await room.addCookies(toCookies(cookie, url));
  const host = await room.newPage();
  await host.goto(`${url}/results/${code}#exit-tickets`);
  await expect(host.getByText("Whether it lasts.")).toBeVisible();
  await check(host, "closing/exit tickets");
  await host.goto(`${url}/results/${code}#outlook`);
  await expect(host.getByText("Higher after the debate.").first()).toBeVisible();
  await check(host, "closing/outlook results");
  for (const client of [remote, ...students]) client.close();
});
