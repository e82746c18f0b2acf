import { expect } from "playwright/test";
import { doublePress } from "#tests/e2e/support/double-press.ts";
import { checkByAxe, openFaces, openSession } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";

const SETTINGS = { activities: { pairs: { when: "instead", by: "voice" } } } as const;

test("[P7] [P25] [P37] [F19] a double press pairs the class and starts no script, a script ends after a question, and a student who can’t find a partner is answered", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { cookie, code, key } = await openSession(program, SETTINGS);
  const { host, wall } = await openFaces(browser, program, { cookie, code, key }, ["host", "wall"]);
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  const phone = await joinByPhone(program.url, code, context);
  const bob = await joinBySocket(program.url, code);
  const remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  await moveTo(remote, "before", SETTINGS);
  await phone.getByRole("button", { name: /^For/u }).click();
  await bob.send("ballot:cast", ballot("against"));
  await remote.sees(({ turnout }) => turnout.voted === 2);
  await moveTo(remote, "pairs", SETTINGS);

  // [P7] "Start" comes into the same place.
  await doublePress(host.getByRole("button", { name: "Pair the class" }));
  await expect(phone.getByRole("heading", { name: "Table 1" })).toBeVisible();
  const start = host.getByRole("button", { name: "Start the script" });
  await expect(start).toBeEnabled();
  expect((await remote.sync()).session.pairs).not.toHaveProperty("startedAt");
  await start.click();
  const turn = phone.getByText(/You speak: say what you think|speaks\. Listen/u).first();
  await expect(turn).toBeVisible();
  const question = host.getByRole("dialog");
  await host.getByRole("button", { name: "End the script" }).click();
  await expect(question).toContainText("End the script?");
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toHaveCount(0);
  await expect(host.getByRole("button", { name: "End the script" })).toBeFocused();
  expect((await remote.sync()).session.pairs).toHaveProperty("startedAt");
  await checkByAxe(phone, "pairs phone");
  await checkByAxe(host, "pairs host");
  await checkByAxe(wall, "pairs wall");

  await test.step("[F19] on a small phone whose turn it is and that it has no connection are in sight", async () => {
    await phone.setViewportSize({ width: 320, height: 568 });
    await expect(turn).toBeInViewport({ ratio: 1 });
    await context.setOffline(true);
    await expect(phone.getByRole("banner").getByText("Reconnecting.")).toBeVisible();
    await expect(phone.locator("[data-held-up]")).toHaveCount(0);
    await context.setOffline(false);
    await expect(phone.getByText("Reconnecting.")).toHaveCount(0);
  });

  await test.step("[P37] [P38] the student asks, and the host answers once for a double press", async () => {
    const attention = host.getByRole("region", { name: "Needs attention" });
    await phone.getByRole("button", { name: /^Can’t find/u }).click();
    await phone.getByRole("dialog").getByRole("button", { name: "Ask" }).click();
    await expect(phone.getByText(/^We asked your instructor and/u)).toBeVisible();
    await doublePress(attention.getByRole("button", { name: /^They’re at the table/u }));
    await expect(phone.getByText(/^Your instructor says that/u).first()).toBeVisible();
    await expect(attention).toContainText("All clear");
  });
  for (const client of [bob, remote]) client.close();
});
