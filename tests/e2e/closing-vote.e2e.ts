import { expect } from "playwright/test";
import { openControlRoom, openHosted, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, PHONE, vote } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import { startProxy } from "#tests/faults/proxy.ts";
import { createDice } from "#tests/support/chance.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";

test("[W20, W21] a host whose network is gone presses, is told so, and the vote stays open when the network is back", async ({
  browser,
}) => {
  const { program, cookie, code, host: remote } = await openHosted();
  await moveTo(remote, "before");
  await using link = await startProxy(program.url, createDice(1));
  const context = await browser.newContext();
  await context.addCookies(toCookies(cookie, link.url));
  const room = await context.newPage();
  await openControlRoom(room, `${link.url}/host/${code}`);
  const next = room.getByRole("button", { name: /^Close the vote/u });
  link.set({ stalls: true });
  await next.click();
  await expect(room.getByText("No connection. This wasn’t confirmed")).toBeVisible();
  await expect(room.getByText("Reconnecting", { exact: true }).first()).toBeVisible();
  await expect(next).toBeEnabled();
  link.set({});
  await expect(room.getByText("Connected again")).toBeVisible();
  await expect(room.getByText("No connection. This wasn’t confirmed")).toBeHidden();
  expect((await remote.sync()).session.phase).toBe("before");
  await next.click();
  await remote.sees(({ phase }) => phase === "reading");
});

test("[B9, B10] a student types without a pause while the host closes the vote: the reason counts as far as it came, and the rest is shown", async ({
  browser,
}) => {
  const { program, cookie, code, host: remote } = await openHosted();
  const phone = await joinByPhone(program.url, code, await browser.newContext(PHONE));
  await moveTo(remote, "before");
  await vote(phone, "for");
  const context = await browser.newContext();
  await context.addCookies(toCookies(cookie, program.url));
  const room = await context.newPage();
  await openControlRoom(room, `${program.url}/host/${code}`);

  const typing = phone
    .getByLabel(/^Why\?/u)
    .pressSequentially("Trade keeps the peace. ".repeat(8), { delay: 60 });
  await remote.hears("writing");
  await room.getByRole("button", { name: /^Close the vote/u }).click();
  await expect(room.getByRole("heading", { name: "1 is still writing" })).toBeVisible();
  await room.getByRole("button", { name: "Close now" }).click();
  await expect(phone.getByText("Trade keeps", { exact: false }).first()).toBeVisible();
  await typing.catch(() => undefined); // the field goes with the vote
  const cookies = (await phone.context().cookies()).map(({ name, value }) => `${name}=${value}`);
  const seat = await connectClient(program.url, { auth: { code }, cookie: cookies.join("; ") });
  const stored = (await seat.sync()).you?.ballots.before;
  expect(stored?.reason).toMatch(/^Trade keeps the peace\./u);
  await expect(phone.locator("blockquote")).toContainText(stored?.reason ?? "nothing");
});
