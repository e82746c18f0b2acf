import { expect, test } from "playwright/test";
import { doublePress } from "#tests/e2e/support/double-press.ts";
import { check, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";

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
  await check(phone, "speaking/ask to speak");
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
  await check(host, "speaking/speaking host");
  await expect(phone.getByText("It’s your turn to speak").first()).toBeVisible();
  await check(phone, "speaking/called");
  const strip = wall.getByRole("region", { name: "Speaking" });
  await expect(strip.getByText("Number 1", { exact: true })).toBeVisible();
  await expect(strip.getByText(/^0:(?!00)/u)).toBeVisible();
  await check(wall, "speaking/speaking wall");
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
