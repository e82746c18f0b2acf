import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "playwright/test";
import { check, openFaces, openSession, SCHEMES } from "#tests/e2e/support/faces.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";

const WORDS = "Neighbours are not chosen, and that is the argument.";

for (const colorScheme of SCHEMES)
  test(`[G1][G2][G3] a student downloads and deletes their data, ${colorScheme} @long`, async ({
    browser,
  }) => {
    const program = await sharedProgram();
    const { cookie, code, key } = await openSession(program);
    const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
    const { phone, host: room } = await openFaces(browser, program, { cookie, code, key, colorScheme }, [
      "phone",
      "host",
    ]);
    await phone.getByRole("button", { name: "Join" }).click();
    await moveTo(host, "rebuttal", { questions: { readingVote: true } });
    await write(phone);
    await expect(room.getByText(WORDS).first()).toBeVisible();
    await phone.getByRole("button", { name: "Write a rebuttal" }).first().click();
    await phone.getByLabel("Your argument").fill("A draft that was never sent.");
    await phone.keyboard.press("Escape");

    await phone.getByRole("button", { name: "Your data" }).click();
    await check(phone, `your data ${colorScheme}`);
    const downloading = phone.waitForEvent("download");
    await phone.getByRole("link", { name: "Download my data" }).click();
    const taken = JSON.parse(await readFile(await (await downloading).path(), "utf8")) as object;
    expect(taken).toMatchObject({ session: { code }, rebuttals: [{ body: WORDS }] });

    // A double tap asks and does not answer.
    await phone.getByRole("button", { name: "Delete what I wrote" }).dblclick();
    await check(phone, `delete words ${colorScheme}`);
    await phone.getByRole("button", { name: "Delete my words" }).click();
    await expect(room.getByText(WORDS)).toHaveCount(0);
    await expect(phone.getByRole("button", { name: "Your data" })).toBeVisible();
    expect(
      await phone.evaluate((marker) => JSON.stringify(localStorage).includes(marker), "draft that"),
    ).toBe(false);

    await phone.getByRole("button", { name: "Your data" }).click();
    await phone.getByRole("button", { name: "Delete all my data" }).click();
    await check(phone, `delete seat ${colorScheme}`);
    await phone.getByRole("button", { name: "Delete everything", exact: true }).click();
    await expect(phone.getByRole("button", { name: "Join" })).toBeVisible();
    expect((await host.sync()).session.joined).toBe(0);
    // The page to join tries whether cookies work [J14].
    const kept = (await phone.context().cookies()).filter(({ name }) => name !== "cookies");
    expect(kept).toEqual([]);
    host.close();
  });

for (const colorScheme of SCHEMES)
  test(`[G5][G6][G8] a host deletes words and people, and at the end the account, ${colorScheme} @long`, async ({
    browser,
  }) => {
    await using program = await startProgram({ kind: "launched" });
    const { cookie, code, key } = await openSession(program);
    const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
    const { phone, host: room } = await openFaces(browser, program, { cookie, code, key, colorScheme }, [
      "phone",
      "host",
    ]);
    await phone.getByLabel("Your name").fill("Ada");
    await phone.getByRole("button", { name: "Join" }).click();
    await moveTo(host, "rebuttal", { questions: { readingVote: true } });
    await write(phone);
    await room.getByRole("button", { name: "Delete permanently" }).click();
    await check(room, `delete rebuttal ${colorScheme}`);
    await room.getByRole("button", { name: "Delete permanently" }).last().click();
    await expect(room.getByText(WORDS)).toHaveCount(0);
    await expect(phone.getByText(WORDS)).toBeHidden();

    await room.getByRole("button", { name: /^Remove / }).click();
    await room.getByRole("button", { name: "Delete data instead" }).click();
    await expect(room.getByText("Ada")).toHaveCount(2);
    await check(room, `delete person ${colorScheme}`);
    await room.getByRole("button", { name: "Delete everything" }).click();
    await expect(room.getByText("No one has joined yet")).toBeVisible();
    await expect(
      phone.getByRole("heading", { name: "This phone is no longer in the session" }),
    ).toBeVisible();

    for (const size of [
      { width: 390, height: 844 },
      { width: 1280, height: 800 },
    ]) {
      await room.setViewportSize(size);
      await room.goto(`${program.url}/account`);
      await room.getByRole("button", { name: "Delete my account" }).scrollIntoViewIfNeeded();
      await check(room, `account ${size.width} ${colorScheme}`);
    }
    await room.getByRole("button", { name: "Delete my account" }).click();
    await expect(room.getByText("1 session with all its votes and rebuttals and no debate")).toBeVisible();
    await check(room, `delete account ${colorScheme}`);
    await room.getByRole("dialog").getByLabel("Current password").fill(INSTRUCTOR.password);
    await room.getByRole("button", { name: "Delete everything" }).click();
    await expect(room.getByRole("heading", { name: "Whose mind did the debate change?" })).toBeVisible();
    await host.hears("gone");
    await room.goto(`${program.url}/dashboard`);
    await expect(room.getByRole("heading", { name: "Sign in" })).toBeVisible();
    host.close();
  });

async function write(phone: Page): Promise<void> {
  await phone.getByRole("button", { name: "Write a rebuttal" }).first().click();
  await phone.getByRole("radio", { name: "For" }).click();
  await phone.getByLabel("Your argument").fill(WORDS);
  await phone.getByRole("button", { name: "Send", exact: true }).click();
  await expect(phone.getByText("Sent", { exact: true })).toBeVisible();
}
