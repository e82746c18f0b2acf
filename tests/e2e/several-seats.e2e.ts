import { expect, test } from "playwright/test";
import { check, openFaces, openSession, pressOn, SCHEMES, unfoldSession } from "#tests/e2e/support/faces.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { Client } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";

const SEATS = 14;

for (const colorScheme of SCHEMES)
  test(`[R11][R16] several seats are chosen by keyboard, hidden, removed and given back, ${colorScheme} @long`, async ({
    browser,
  }) => {
    const program = await sharedProgram();
    const { cookie, code, key } = await openSession(program);
    const host = new Client(program.url, { auth: { code, as: "host" }, cookie });
    const seats = await Promise.all(
      Array.from({ length: SEATS }, async () => {
        const { ticket, name } = await joinSession(program.url, code);
        return { name, client: new Client(program.url, { auth: { code, as: "student", ticket } }) };
      }),
    );
    await Promise.all([host, ...seats.map(({ client }) => client)].map((client) => client.connected()));
    await moveTo(host, "rebuttal", { questions: { readingVote: true } });
    for (const { name, client } of seats)
      await client.send("rebuttal:post", rebuttal({ body: `By ${name}.` }));
    for (const locked of Array.from({ length: 210 }, (_, time) => time % 2 === 0))
      await host.send("host:lock", { locked });
    const { host: room, wall } = await openFaces(browser, program, { cookie, code, key, colorScheme }, [
      "host",
      "wall",
    ]);
    await unfoldSession(room);
    const log = room.getByRole("region", { name: /^(Log|Older log entries)$/u });

    // By keyboard alone: choose, tick two, and hide what they wrote.
    const [first, second] = seats.map(({ name }) => name).sort() as [string, string];
    const select = room.getByRole("button", { name: "Select people" });
    await pressOn(select, "Enter");
    for (const name of [first, second]) await pressOn(room.getByRole("checkbox", { name }), "Space");
    await expect(room.getByText("2 selected")).toBeVisible();
    await check(room, `several seats ${colorScheme}`);
    await pressOn(room.getByRole("button", { name: "Hide what they wrote" }), "Enter");
    await expect(room.getByRole("dialog", { name: "Hide what 2 people wrote?" })).toBeVisible();
    await check(room, `several seats hide ${colorScheme}`);
    await pressOn(room.getByRole("button", { name: "Hide what 2 people wrote" }), "Enter");
    await expect(room.getByText("2 rebuttals were hidden")).toBeVisible();
    await expect(room.getByText(`By ${first}.`).first()).toBeVisible();
    await room.getByRole("button", { name: "Undo", exact: true }).first().click();
    await expect(log.getByText("Undid: hid a rebuttal")).toHaveCount(2);

    // All of them, and back by one undo.
    await select.click();
    await room.getByRole("button", { name: `Select the ${SEATS} shown` }).click();
    await room.getByRole("button", { name: "Remove", exact: true }).click();
    await check(room, `several seats remove ${colorScheme}`);
    await room.getByRole("button", { name: `Remove ${SEATS} people` }).click();
    await seats[0]?.client.hears("removed");
    await expect(room.getByText("No one has joined yet")).toBeVisible();
    await room.getByRole("button", { name: "Undo", exact: true }).first().click();
    await expect(room.getByRole("button", { name: `Remove ${first}` })).toBeVisible();

    // The log goes back to its first line, and forward again.
    await room.getByRole("button", { name: "Show older" }).click();
    await expect(log.getByText("Opened the session")).toBeVisible();
    await log.scrollIntoViewIfNeeded();
    await check(room, `older log ${colorScheme}`);
    await room.getByRole("button", { name: "Back to newest" }).click();
    await expect(log.getByText("Opened the session")).toBeHidden();

    // And on the host's phone.
    await room.setViewportSize({ width: 390, height: 844 });
    await select.click();
    await room.getByRole("checkbox", { name: first }).check();
    await select.scrollIntoViewIfNeeded();
    await check(room, `several seats phone ${colorScheme}`);
    await room.getByRole("button", { name: "Remove", exact: true }).click();
    await check(room, `several seats phone remove ${colorScheme}`);
    await expect(wall.getByRole("main")).toBeVisible();
    for (const client of [host, ...seats.map((seat) => seat.client)]) client.close();
  });
