import { expect, type Locator } from "playwright/test";
import { check, openFaces, openHosted, toCookies } from "#tests/e2e/support/faces.ts";
import { joinBySocket, PHONE } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";

const boxOf = async (control: Locator) =>
  (await control.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

test("[V29][V32] from a phone the host is told that the time is up, reaches everything at the foot, and no notice covers it", async ({
  browser,
}) => {
  const { program, cookie, code, key, host } = await openHosted({});
  const { phone: student, wall } = await openFaces(browser, program, { cookie, code, key }, [
    "phone",
    "wall",
  ]);
  const ada = await joinBySocket(program.url, code);
  const context = await browser.newContext(PHONE);
  await context.addCookies(toCookies(cookie, program.url));
  const remote = await context.newPage();
  await remote.goto(`${program.url}/host/${code}`);
  const main = remote.getByRole("main");
  const people = main.getByText("1 person is here");
  await expect(people).toBeInViewport();
  expect((await boxOf(people)).y).toBeLessThan((await boxOf(main.getByRole("img").first())).y);
  await student.getByRole("button", { name: "Join" }).click();
  await student.getByRole("heading", { name: "You are in" }).waitFor();

  await moveTo(host, "rebuttal");
  await host.send("host:approve-first", { on: true });
  await ada.send("rebuttal:post", rebuttal());
  await host.send("host:timer", { seconds: 1 });
  for (const page of [remote, wall, student])
    await expect(page.getByText("Time is up", { exact: true }).first()).toBeVisible();
  await expect(student.getByText("Your instructor will move on.")).toBeVisible();
  await expect(main.getByRole("button", { name: "Open the last vote" })).toBeVisible();
  const bar = remote.getByRole("banner");
  for (const [width, height] of [
    [390, 844],
    [320, 568],
  ] as const) {
    await remote.setViewportSize({ width, height });
    for (const name of ["1 item needs attention", "Blank projector", "Open the last vote"])
      await expect(bar.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
    await expect(bar.getByRole("timer")).toBeInViewport({ ratio: 1 });
    // In one row beside what waits.
    const { y } = await boxOf(bar.getByRole("button", { name: "1 item needs attention" }));
    expect((await boxOf(bar.getByRole("button", { name: "Blank projector" }))).y, `${width}`).toBe(y);
  }
  await remote.evaluate(() => window.scrollTo(0, 100_000));
  await bar.getByRole("button", { name: "1 item needs attention" }).click();
  await expect(remote.getByRole("heading", { name: "Needs attention" })).toBeInViewport();
  await check(remote, "projector remote");

  await test.step("[P10] a student asks for more time, and the host gives it", async () => {
    await student.getByRole("button", { name: "Settings and your data" }).click();
    await student.getByRole("button", { name: "I need more time" }).click();
    await expect(
      student.getByText("Your instructor knows that someone needs more time.").first(),
    ).toBeVisible();
    await expect(main.getByText("A student needs more time", { exact: true })).toBeVisible();
    await expect(wall.getByText("needs more time")).toHaveCount(0);
    await main.getByRole("button", { name: "Add a minute" }).click();
    await expect(wall.getByText("Time is up", { exact: true })).toHaveCount(0);
    await expect(main.getByText("A student needs more time", { exact: true })).toHaveCount(0);
  });
  await test.step("a phone whose clock is an hour ahead does not say so before it knows the server's", async () => {
    const ahead = await student.context().newPage();
    await ahead.clock.install({ time: Date.now() + 3_600_000 });
    await ahead.routeWebSocket(/socket\.io/u, () => undefined);
    await ahead.goto(student.url());
    await expect(ahead.getByRole("timer")).toContainText("0:00");
    await ahead.close();
  });
  await remote
    .getByRole("button", { name: /^Approve: /u })
    .first()
    .click();
  const notice = remote.getByRole("listitem").filter({ hasText: "Shown to the class" });
  await notice.waitFor();
  const { y, height } = await boxOf(notice);
  const next = await boxOf(bar.getByRole("button", { name: "Blank projector" }));
  expect(y + height).toBeLessThanOrEqual(next.y);

  await test.step("no rebuttal moves between a finger and its tap", async () => {
    await host.send("host:approve-first", { on: false });
    await main.getByRole("button", { name: "Newest" }).click();
    const written = main
      .getByRole("listitem")
      .filter({ has: remote.getByRole("button", { name: /^Hide: /u }) });
    const finger = { pointerType: "touch", bubbles: true };
    await written.first().dispatchEvent("pointerover", finger);
    await written.first().dispatchEvent("pointerout", finger);
    await ada.send("rebuttal:post", rebuttal({ body: "A treaty is not a card." }));
    await expect(written).toHaveCount(2);
    expect(await written.first().textContent()).toContain("Geography does not bargain.");
    await expect(written.first()).toContainText("A treaty is not a card.");
  });
});
