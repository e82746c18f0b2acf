import { expect } from "playwright/test";
import { doublePress } from "#tests/e2e/support/double-press.ts";
import { openFaces, openSession } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";

test("[P7] [P12] [P14] a double press calls one student by number, who is told so while reading, with a notice that leads to the way to end the speech", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { url } = program;
  const session = await openSession(program, { activities: { speaking: {} } });
  const { cookie, code } = session;
  const remote = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const phone = await joinByPhone(url, code, await browser.newContext({ ...PHONE, reducedMotion: "reduce" }));
  const { host, wall } = await openFaces(browser, program, session, ["host", "wall"]);
  await moveTo(remote, "rebuttal");

  const ask = phone.locator("summary", { hasText: "Ask to speak" });
  await ask.press("Enter");
  await phone.getByRole("button", { name: "Against: ask to speak" }).press("Enter");
  // [F1]
  await expect(phone.getByRole("button", { name: "Leave the queue" })).toBeFocused();
  const bob = await joinBySocket(url, code);
  await bob.send("speak:ask", { on: true, side: "against" });
  await phone.getByRole("tab", { name: "Read" }).click();
  await phone.locator("[data-sentence]:visible").last().scrollIntoViewIfNeeded();

  const panel = host.getByRole("region", { name: "Speaking" });
  // Who waits next comes into the same place.
  await doublePress(panel.getByRole("button", { name: "Call Number 1" }));
  await expect(panel.getByRole("button", { name: "End speech" })).toBeEnabled();
  await expect(panel.getByRole("button", { name: "Call Number 2" })).toBeVisible();
  const strip = wall.getByRole("region", { name: "Speaking" });
  await expect(strip.getByText("Number 1", { exact: true })).toBeVisible();
  await expect(strip.getByText(/^0:(?!00)/u)).toBeVisible();
  const notice = phone.getByRole("region", { name: "Notifications (F8)" });
  await expect(notice.getByText("It’s your turn to speak")).toBeVisible();
  await notice.getByRole("button", { name: "Show" }).click();
  const done = phone.getByRole("button", { name: "I’m done" });
  await expect(done).toBeInViewport();
  await done.click();
  await expect(notice).toHaveCount(0);
  await expect(strip.getByText("Ask on your phone to speak")).toBeVisible();
  for (const client of [bob, remote]) client.close();
});
