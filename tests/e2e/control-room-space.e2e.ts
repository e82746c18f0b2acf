import { expect, type Locator } from "playwright/test";
import { openFaces, openHosted, unfoldSession } from "#tests/e2e/support/faces.ts";
import { tabTo } from "#tests/e2e/support/keyboard.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";

const PEOPLE = 44;

/** How many of these are whole in sight, with what scrolls around them. */
const countInSight = (all: Locator) =>
  all.evaluateAll((items) => {
    const isInSight = (item: Element) => {
      const { top, bottom } = item.getBoundingClientRect();
      for (let around = item.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowY === "visible") continue;
        const frame = around.getBoundingClientRect();
        if (top < frame.top - 1 || bottom > frame.bottom + 1) return false;
      }
      return top >= 0 && bottom <= innerHeight;
    };
    return items.filter(isInSight).length;
  });

test("[H13] [H14] a host of 44 people sees ten of them and two rebuttals on a laptop, and reaches every control by keyboard", async ({
  browser,
}) => {
  const session = await openHosted({});
  const { url, program, code, host: remote } = session;
  const students = await Promise.all(Array.from({ length: PEOPLE }, () => joinBySocket(url, code)));
  await moveTo(remote, "rebuttal");
  for (const [index, student] of students.slice(0, 6).entries())
    await student.send("rebuttal:post", rebuttal({ body: `Argument ${index}: geography does not bargain.` }));
  const { host } = await openFaces(browser, program, { ...session }, ["host"]);
  await expect(host.getByRole("article")).toHaveCount(6);

  const people = host.getByRole("region", { name: "People" }).getByRole("listitem");
  expect(await countInSight(people)).toBeGreaterThanOrEqual(10);
  expect(await countInSight(host.getByRole("article"))).toBeGreaterThanOrEqual(2);
  expect((await host.locator("[data-fills-window] > header").boundingBox())?.height).toBeLessThanOrEqual(
    800 / 7,
  );

  const joining = host.getByRole("switch", { name: "Stop new people joining" });
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await host.setViewportSize(size);
    await expect(joining).toBeInViewport();
    await tabTo(joining);
    await expect(host.getByLabel("Projector colors")).toBeHidden();
    await unfoldSession(host);
    for (const control of [
      host.getByRole("button", { name: "Set dates" }),
      host.getByRole("group", { name: "Log", exact: true }),
      host.getByRole("button", { name: "Create link: Assistant" }),
      host.getByLabel("Projector colors"),
      host.getByLabel("Projector language"),
      host.getByRole("switch", { name: /^Announce news/u }),
      host.getByRole("button", { name: "Delete this session" }),
    ])
      await tabTo(control);
    await unfoldSession(host);
  }
});
