import { expect } from "playwright/test";
import { check, openSession, toCookies, unfoldSession } from "#tests/e2e/support/faces.ts";
import { joinByPhone, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";

const DAY = 24 * 60 * 60 * 1_000;
const IN_TOKYO = { timezoneId: "Asia/Tokyo", reducedMotion: "reduce" } as const;
/** A day of next week, as fields have it and as people read it. */
const SOON = new Date(Date.now() + 7 * DAY);
const TYPED = SOON.toISOString().slice(0, 10);
const READ = new Intl.DateTimeFormat("en", { dateStyle: "full", timeZone: "UTC" }).format(SOON);

test("[P29, P31, P32, P33] homework: a date that is past is refused, and phones and projector say what opens next", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { cookie, code, key } = await openSession(program, {});
  const room = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...IN_TOKYO });
  await room.addCookies(toCookies(cookie, program.url));
  const host = await room.newPage();
  await host.goto(`${program.url}/host/${code}`);
  const panel = host.getByRole("region", { name: "Set dates" });
  await unfoldSession(host);
  await panel.getByRole("button", { name: "Set dates" }).click();
  const dialog = host.getByRole("dialog");
  await dialog.getByRole("button", { name: "Add a date" }).click();
  const first = dialog.getByRole("group", { name: "Date 1" });
  await first.getByLabel("Date", { exact: true }).fill("2020-01-01");
  await dialog.getByRole("button", { name: "Save dates" }).click();
  await expect(first.getByText("This time is past.")).toBeVisible();
  await check(host, "dates/dialog");
  await first.getByLabel("Date", { exact: true }).fill(TYPED);
  await expect(dialog.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
  await dialog.getByRole("button", { name: "Save dates" }).click();
  const words = `The first vote opens ${READ}, 8:00 AM (Japan Standard Time).`;
  await expect(panel.getByText(words, { exact: true })).toBeVisible();
  await expect(panel.getByText(/Join here: http/u)).toBeVisible();
  await check(host, "dates/host");

  const phone = await joinByPhone(program.url, code, await browser.newContext({ ...PHONE, ...IN_TOKYO }));
  await expect(phone.getByText(words, { exact: true })).toBeVisible();
  await check(phone, "dates/phone");

  // While the class reads, too, on the projector as well.
  const remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const dates = [{ phase: "rebuttal" as const, at: `${TYPED}T08:00` }];
  await remote.send("host:dates", { schedule: { zone: "Asia/Tokyo", dates } });
  await moveTo(remote, "reading");
  const ending = `Rebuttals open ${READ}, 8:00 AM (Japan Standard Time).`;
  await expect(phone.getByText(ending, { exact: true })).toBeVisible();
  const wall = await (
    await browser.newContext({ viewport: { width: 1920, height: 1080 }, ...IN_TOKYO })
  ).newPage();
  await wall.goto(`${program.url}/screen/${code}?key=${key}`);
  await expect(wall.getByText(ending, { exact: true })).toBeVisible();
  await check(wall, "dates/wall");
  // And while they argue.
  const schedule = { zone: "Asia/Tokyo", dates: [{ phase: "results" as const, at: `${TYPED}T08:00` }] };
  await moveTo(remote, "rebuttal");
  expect(await remote.send("host:dates", { schedule })).toMatchObject({ ok: true });
  await expect(
    phone.getByText(`${READ}, 8:00 AM (Japan Standard Time).`).locator("visible=true"),
  ).toHaveCount(1);
});
