import { expect, test } from "playwright/test";
import { check, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, PHONE, vote } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";

const CALM = { ...PHONE, reducedMotion: "reduce" } as const;

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
