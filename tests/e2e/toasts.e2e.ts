import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "playwright/test";
import { closeToasts, openFaces, openHosted, openSession } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";

test("[F10] in the control room several toasts at once cover neither the next step nor the timer", async ({
  browser,
}) => {
  const { program, cookie, code, key, host } = await openHosted();
  const writer = await joinBySocket(program.url, code);
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  for (const body of ["One.", "Two.", "Three.", "Four.", "Five.", "Six."])
    await writer.send("rebuttal:post", rebuttal({ body, id: randomUUID() }));
  const { host: room } = await openFaces(browser, program, { cookie, code, key }, ["host"]);
  const toasts = room.getByRole("region", { name: /^Notifications/u });

  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    await room.setViewportSize({ width, height });
    for (const body of ["One.", "Two.", "Three."])
      for (const action of [/^Hide/u, /^Show to class/u]) {
        const card = room.getByRole("main").getByRole("article").filter({ hasText: body });
        await card.getByRole("button", { name: action }).click();
      }
    await expect(toasts.getByRole("listitem")).toHaveCount(2);
    for (const body of ["Two.", "Three."])
      await expect(toasts.getByRole("listitem").filter({ hasText: body })).toHaveCount(1);
    // They would cover what has the focus, and go to the other end.
    for (const last of [
      room
        .getByRole("main")
        .getByRole("button", { name: /^Delete permanently/u })
        .last(),
      null,
    ]) {
      if (last) await last.focus();
      else await room.getByRole("button", { name: "Timer", exact: true }).focus();
      for (const name of ["Timer", "Open the last vote"])
        await room.getByRole("button", { name, exact: true }).click({ trial: true });
    }
    await closeToasts(room);
  }
});

test("[F33] with text of twice its size on a laptop a toast covers no button of the bar, wherever the focus is", async ({
  browser,
}) => {
  const { program, cookie, code, key, host } = await openHosted();
  const writer = await joinBySocket(program.url, code);
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  for (const body of ["One.", "Two."])
    await writer.send("rebuttal:post", rebuttal({ body, id: randomUUID() }));
  const { host: room } = await openFaces(browser, program, { cookie, code, key }, ["host"]);
  await enlargeText(room);
  for (const body of ["One.", "Two."]) {
    const card = room.getByRole("main").getByRole("article").filter({ hasText: body });
    await card.getByRole("button", { name: /^Hide/u }).click();
  }
  await expect(toastsOf(room)).toHaveCount(2);
  await focusUnderToasts(room);
  await expectFree(room, ["Timer", "Open the last vote", "Blank projector"]);
});

test("[F10] a toast stays where it is while it is pressed, and what it offers happens", async ({
  browser,
}) => {
  const { program, cookie, code, key, host } = await openHosted();
  const writer = await joinBySocket(program.url, code);
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  await writer.send("rebuttal:post", rebuttal({ body: "One." }));
  const { host: room } = await openFaces(browser, program, { cookie, code, key }, ["host"]);
  await enlargeText(room);
  const hide = room.getByRole("main").getByRole("button", { name: /^Hide/u });
  await hide.click();
  await toastsOf(room).getByRole("button", { name: "Undo" }).hover();
  await room.mouse.down();
  await focusUnderToasts(room);
  await room.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await room.mouse.up();
  await expect(hide).toBeVisible();
});

test("[F33] on a phone a toast covers neither the tour of the control room nor its buttons", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { cookie, code, key } = await openSession(program);
  const { host: room } = await openFaces(browser, program, { cookie, code, key }, ["host"]);
  const approve = room.getByRole("switch", { name: "Approve first" });
  await room.setViewportSize({ width: 320, height: 568 });
  await room.getByRole("button", { name: "Help", exact: true }).click();
  await room.getByRole("button", { name: "Take the tour" }).click();
  const tour = room.getByRole("dialog");
  const onward = tour.getByRole("button", { name: "Next" });
  for (let stop = 0; stop < 6; stop += 1) {
    await approve.evaluate((each: HTMLElement) => each.click());
    await expect(toastsOf(room)).not.toHaveCount(0);
    await expect.poll(() => overlap(tour), { message: `stop ${stop}` }).toBe(0);
    if (await onward.isHidden()) break;
    await onward.click();
  }
});

const toastsOf = (page: Page) => page.getByRole("region", { name: /^Notifications/u }).getByRole("listitem");

/** The focus goes to the foot of the window, where toasts are: they give way to it. */
const focusUnderToasts = (page: Page) =>
  page.evaluate(() => {
    const fold = document.querySelector<HTMLElement>("aside summary");
    fold?.scrollIntoView({ block: "end" });
    fold?.focus({ preventScroll: true });
  });

const enlargeText = (page: Page) =>
  page.evaluate(async () => {
    document.documentElement.style.fontSize = "200%";
    await document.fonts.ready;
  });

/** Fails where something covers a button. */
async function expectFree(room: Page, names: string[]): Promise<void> {
  for (const name of names)
    await expect
      .poll(() => overlap(room.getByRole("button", { name, exact: true })), { message: name })
      .toBe(0);
}

/** How many pixels of something are under the toasts, from its head to its foot. */
const overlap = (under: Locator) =>
  under.evaluate((element) => {
    const [one, other] = [element, document.querySelector("[data-toasts]")].map((each) =>
      each?.getBoundingClientRect(),
    );
    if (!one || !other || one.right <= other.left || other.right <= one.left) return 0;
    return Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));
  });

test("[F10] the last toast is closed while the window is without the focus: a later one goes after eight seconds again", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { cookie, code, key } = await openSession(program);
  const { host: room } = await openFaces(browser, program, { cookie, code, key }, ["host"]);
  const toasts = toastsOf(room);
  const approve = room.getByRole("switch", { name: "Approve first" });
  await room.clock.install();
  await approve.press("Space");
  await expect(toasts).toHaveCount(1);
  await room.evaluate(() => window.dispatchEvent(new FocusEvent("blur")));
  await closeToasts(room);
  await room.evaluate(() => window.dispatchEvent(new FocusEvent("focus")));
  await approve.press("Space");
  await expect(toasts).toHaveCount(1);
  await room.clock.fastForward(8_000);
  await expect(toasts).toHaveCount(0);
});
