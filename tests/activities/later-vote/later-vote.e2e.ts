import { expect, type Locator, test } from "playwright/test";
import { check, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE, vote } from "#tests/e2e/support/lesson.ts";
import { connectClient } from "#tests/support/client.ts";
import { letDaysPass } from "#tests/support/days.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";

const IN_TOKYO = { timezoneId: "Asia/Tokyo", reducedMotion: "reduce" } as const;

test("[P34, P35, M14] a class that was closed votes once more on its phones, and the results say whether it lasted @long", async ({
  browser,
}) => {
  await using program = await startProgram({ kind: "launched" });
  const settings = { activities: { laterVote: {} } } as const;
  const { cookie, code } = await openSession(program, settings);
  let remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const phone = await joinByPhone(program.url, code, await browser.newContext({ ...PHONE, ...IN_TOKYO }));
  await expect(phone.getByText("Weeks later you vote once more: did it last?")).toBeVisible();
  const bob = await joinBySocket(program.url, code);
  await moveTo(remote, "before", settings);
  await vote(phone, "against");
  await bob.send("ballot:cast", ballot("against"));
  await moveTo(remote, "after", settings);
  await vote(phone, "for");
  await bob.send("ballot:cast", ballot("for", "after"));
  await moveTo(remote, "closed", settings);
  const room = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...IN_TOKYO });
  await room.addCookies(toCookies(cookie, program.url));
  const host = await room.newPage();
  await host.goto(`${program.url}/host/${code}`);
  const panel = host.getByRole("region", { name: "Did it last? A later vote" });
  await expect(panel.getByRole("button", { name: "Open the later vote" })).toBeDisabled();
  await check(host, "later/planned", { isBoth: true });
  for (const client of [remote, bob]) client.close();

  await letDaysPass(program, 21);
  await host.reload();
  await panel.getByRole("button", { name: "Open the later vote" }).click();
  await host.getByRole("dialog").getByRole("button", { name: "Open the later vote" }).click();
  await expect(host.getByText("The later vote is open")).toBeVisible();
  await check(host, "later/open host", { isBoth: true });
  await phone.reload();
  await expect(phone.getByRole("heading", { name: "You’re back: one more vote" })).toBeVisible();
  await check(phone, "later/vote", { isBoth: true });
  await vote(phone, "for");
  const wall = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await wall.context().addCookies(toCookies(cookie, program.url));
  await wall.goto(`${program.url}/screen/${code}`);
  await expect(wall.getByText("One more vote, on the phone you joined with")).toBeVisible();
  await check(wall, "later/wall");

  await host.getByRole("button", { name: "Close the later vote" }).first().click();
  await host.getByRole("dialog").getByRole("button", { name: "Close the later vote" }).click();
  const lasted = "The one person who changed their answer in the debate and voted again kept the new answer.";
  await host.getByRole("heading", { name: "Did it last?", exact: true }).click();
  await expect(host.getByText(lasted)).toBeVisible();
  await check(host, "later/results host", { isBoth: true });
  await expect(phone.getByText("In the later vote you answered: For")).toBeVisible();
  await check(phone, "later/closed phone", { isBoth: true });
  remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  expect((await remote.sync()).session.phase).toBe("later-closed");
  remote.close();

  await host.goto(`${program.url}/results/${code}/report`);
  const movement = host.getByText(
    "The one person who voted both times, after the debate and in the later vote",
  );
  await expect(movement).toBeVisible();
  await check(host, "later/report");
  const sizeOf = (words: Locator) =>
    words.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const heading = host.getByRole("heading", { name: "Did it last?" });
  expect(await sizeOf(host.getByText(lasted))).toBeLessThan(await sizeOf(heading));
});
