import { expect, test } from "playwright/test";
import type { Step } from "#debate/rules/steps.ts";
import { check } from "#tests/e2e/support/faces.ts";
import { button, isAt, next, votedClass } from "#tests/e2e/support/reveal-control.ts";
import { moveTo } from "#tests/support/lesson.ts";

test("[P9] in the control room a clicker steps the reveal without a question, and asks at its ends @long", async ({
  browser,
}) => {
  using lesson = await votedClass();
  const { code, host } = lesson;
  const room = await lesson.open(browser, `/host/${code}`);
  await moveTo(host, "results");
  await isAt(room, "Voting is over");
  const question = room.getByRole("dialog");
  // [P7] What stepped takes no second press for a moment.
  const isReady = () => expect(room.locator("[aria-busy=true]")).toHaveCount(0);
  const press = async (key: string, step: string) => {
    await isReady();
    await room.keyboard.press(key);
    await isAt(room, step);
    await expect(question).toHaveCount(0);
  };
  await press("PageDown", "The first vote");
  await press("ArrowRight", "Who moved");
  await press("PageUp", "The first vote");
  await press("n", "Who moved");
  await check(room, "reveal control flow");

  await test.step("a clicker goes on where a button of the reveal was pressed with the mouse", async () => {
    await next(room, "Show the verdict").click();
    await isAt(room, "The verdict");
    await press("PageDown", "Could it be chance\\?");
    await button(room, "Who moved: go back").click();
    await isAt(room, "Who moved");
    await press("PageDown", "The verdict");
  });

  await test.step("and where something was put on the projector, taken off, or blanked", async () => {
    const picks = room.getByRole("region", { name: "Show on the projector" });
    const wall = room.getByRole("region", { name: "Projector controls" });
    await picks.getByRole("button", { name: "Who moved" }).click();
    await expect(wall).toContainText("On the projector: Who moved");
    await press("PageDown", "Could it be chance\\?");
    await picks.getByRole("button", { name: "Who moved" }).click();
    await wall.getByRole("button", { name: "Take off" }).click();
    await expect(wall.getByRole("button", { name: "Take off" })).toHaveCount(0);
    await press("PageUp", "The verdict");
    await wall.getByRole("button", { name: "Blank projector" }).click();
    await expect(wall).toContainText("nothing (blank)");
    await press("PageUp", "Who moved");
    await press("PageDown", "The verdict");
  });

  await test.step("at both ends the keys ask, since they would move the class", async () => {
    await button(room, "Full results: go there").click();
    await isAt(room, "Full results");
    await isReady();
    await room.keyboard.press("PageDown");
    await expect(question).toContainText("Close the session?");
    await room.keyboard.press("Escape");
    await button(room, "Voting is over: go back").click();
    await isAt(room, "Voting is over");
    await room.keyboard.press("PageUp");
    await expect(question).toContainText("Back to");
    await room.keyboard.press("Escape");
    expect((await host.sync()).session.phase).toBe("results");
  });

  await room.getByRole("button", { name: "Shortcuts" }).click();
  await expect(room.getByText("Show the next step of the reveal")).toBeVisible();
  await check(room, "reveal control shortcuts");
});

test("[V15] a clicker on the projector steps the reveal with the host's cookie, and does nothing without @long", async ({
  browser,
}) => {
  using lesson = await votedClass();
  const { code, key, host } = lesson;
  await moveTo(host, "results");
  const own = await lesson.open(browser, `/screen/${code}`);
  const asked: string[] = [];
  const linked = await lesson.open(browser, `/screen/${code}?key=${key}`, { isHost: false });
  linked.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const steps: string[] = [];
  own.on("request", (request) => request.url().endsWith("/step") && steps.push(request.url()));
  // Until a moment after the last step it asks for nothing.
  const ask = (key: string) =>
    expect(async () => {
      const isAsked = own.waitForRequest("**/step", { timeout: 250 });
      await own.keyboard.press(key);
      await isAsked;
    }).toPass();
  const press = async (key: string, step: Step) => {
    await ask(key);
    await expect.poll(() => lesson.told.get(own)).toBe(step);
    expect(await lesson.shows()).toBe(step);
  };
  await press("PageDown", "before");
  // [P7] The second half of a double press.
  await own.keyboard.press("PageDown");
  await own.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  expect([steps.length, await lesson.shows()]).toEqual([1, "before"]);
  await press("ArrowRight", "flow");
  await press("PageUp", "before");
  await press("ArrowLeft", "covered");

  for (const pressed of ["PageDown", "ArrowRight", "PageUp", "ArrowLeft"])
    await linked.keyboard.press(pressed);
  // Whatever they asked for would have been asked by now.
  await linked.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  expect(asked.filter((request) => request.endsWith("/step"))).toEqual([]);
  expect(await lesson.shows()).toBe("covered");

  await test.step("a press that is refused says so for a moment", async () => {
    await own.route("**/step", (route) =>
      route.fulfill({ status: 409, json: { error: { code: "stale", message: "" } } }),
    );
    await ask("PageDown");
    await expect(own.getByText("Another device was faster.")).toBeVisible();
    await check(own, "reveal control clicker refused");
    await expect(own.getByText("Another device was faster.")).toHaveCount(0);
    await own.unroute("**/step");
  });
});
