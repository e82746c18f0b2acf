import { randomUUID } from "node:crypto";
import { expect, test } from "playwright/test";
import { openFaces, openSession, unfoldSession } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { takePicture } from "#tests/e2e/support/pictures.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";

test("[F10] in the control room several toasts at once cover neither the next step nor the timer", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { cookie, code, key } = await openSession(program);
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const writer = await joinBySocket(program.url, code);
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  for (const body of ["One.", "Two.", "Three.", "Four.", "Five.", "Six."])
    await writer.send("rebuttal:post", rebuttal({ body, id: randomUUID() }));
  const { host: room } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, [
    "host",
  ]);
  const toasts = room.getByRole("region", { name: /^Notifications/u });

  for (const [width, height] of [
    [1280, 800],
    [768, 1024],
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
      await takePicture(room, `toasts/${width}-${last ? "last" : "timer"}`);
    }
    await room.keyboard.press("F8");
    for (const left of [1, 0]) {
      await toasts
        .getByRole("button", { name: /^Close: /u })
        .first()
        .press("Enter");
      await expect(toasts.getByRole("listitem")).toHaveCount(left);
    }
  }
  for (const client of [host, writer]) client.close();
});

test("[F10] the last toast is closed while the window is without the focus: a later one goes after eight seconds again", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { cookie, code, key } = await openSession(program);
  const { host: room } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, [
    "host",
  ]);
  const toasts = room.getByRole("region", { name: /^Notifications/u }).getByRole("listitem");
  const approve = room.getByRole("switch", { name: "Approve first" });
  await unfoldSession(room);
  await approve.press("Space");
  await expect(toasts).toHaveCount(1);
  await room.evaluate(() => window.dispatchEvent(new FocusEvent("blur")));
  await toasts.getByRole("button", { name: /^Close: /u }).press("Enter");
  await expect(toasts).toHaveCount(0);
  await room.evaluate(() => window.dispatchEvent(new FocusEvent("focus")));
  await approve.press("Space");
  await expect(toasts).toHaveCount(1);
  await expect(toasts).toHaveCount(0);
});
