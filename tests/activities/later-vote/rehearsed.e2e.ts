import { expect, test } from "playwright/test";
import { check, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";

test("[H3, P34] a rehearsal goes on to the later vote at once, and its simulated students say whether it lasted @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { cookie, code } = await openSession(program, { simulated: 6, reveal: "at-once" });
  const remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  await remote.sees(({ joined }) => joined === 6);
  for (const phase of ["before", "after"] as const) {
    await moveTo(remote, phase);
    await remote.sees(({ turnout }) => turnout.round === phase && turnout.voted >= 5);
  }
  await moveTo(remote, "results");
  remote.close();

  const room = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    timezoneId: "Asia/Tokyo",
  });
  await room.addCookies(toCookies(cookie, program.url));
  const host = await room.newPage();
  await host.goto(`${program.url}/host/${code}`);
  const main = host.getByRole("main");
  const panel = host.getByRole("region", { name: "Did it last? A later vote" });
  // Without it, closing would end the rehearsal.
  await expect(host.getByRole("button", { name: "End rehearsal" })).toHaveCount(2);
  await panel.getByRole("button", { name: "Plan a later vote" }).click();
  await expect(panel.getByText("The rehearsal stays until you end it.")).toBeVisible();
  await check(host, "later/rehearsed planned", { isBoth: true });
  await host.getByRole("button", { name: "Close the session" }).first().click();
  await host.getByRole("dialog").getByRole("button", { name: "Close the session" }).click();
  await expect(panel.getByText("as if weeks had passed")).toBeVisible();
  await check(host, "later/rehearsed closed", { isBoth: true });
  await panel.getByRole("button", { name: "Open the later vote" }).click();
  await host.getByRole("dialog").getByRole("button", { name: "Open the later vote" }).click();
  await expect(host.getByText("The later vote is open")).toBeVisible();
  await expect(main.getByText(/[4-6] of 6/u).first()).toBeVisible({ timeout: 20_000 });
  await host.getByRole("button", { name: "Close the later vote" }).first().click();
  await host
    .getByRole("dialog")
    .getByRole("button", { name: "Close the later vote" })
    .click({ timeout: 10_000 });
  await host.getByRole("heading", { name: "Did it last?", exact: true }).click();
  await expect(host.getByText(/who changed their answer in the debate and voted again/u)).toBeVisible();
  await check(host, "later/rehearsed results", { isBoth: true });

  await host.getByRole("button", { name: "End rehearsal" }).click();
  await host.waitForURL("**/dashboard");
});
