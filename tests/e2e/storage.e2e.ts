import { expect, type Locator, test } from "playwright/test";
import { check, openFaces, openSession, SCHEMES } from "#tests/e2e/support/faces.ts";
import { vote } from "#tests/e2e/support/lesson.ts";
import { connectClient } from "#tests/support/client.ts";
import { mountDisk } from "#tests/support/disk.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";

for (const colorScheme of SCHEMES)
  test(`[W4] every screen says when nothing can be saved, and stops when it can, ${colorScheme} @long`, async ({
    browser,
  }) => {
    using disk = mountDisk(32);
    test.skip(!disk.isMounted, "this user may not mount a disk");
    await using program = await startProgram({
      kind: "launched",
      variables: { DATABASE_URL: `file:${disk.folder}/resolved.db` },
    });
    const { cookie, code, key } = await openSession(program);
    const { phone, host, wall } = await openFaces(browser, program, { cookie, code, key, colorScheme }, [
      "phone",
      "host",
      "wall",
    ]);
    await phone.getByRole("button", { name: "Join" }).click();
    await phone.getByRole("heading", { name: "You are in" }).waitFor();
    const teacher = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
    await moveTo(teacher, "before");
    await vote(phone, "for");

    const said = {
      phone: phone.getByText("Can’t save right now."),
      vote: phone.getByText("Kept on this phone, and sent again automatically."),
      host: host.getByRole("alert").filter({ hasText: "Can’t save right now" }),
      wall: wall.getByText("Saving is paused"),
    };
    await disk.fill();
    expect(await teacher.send("host:lock", { locked: true })).toEqual({ ok: false, code: "busy" });
    teacher.close();
    await expect(said.phone).toBeVisible();
    // Counted votes are on disk, and nothing waits on the phone.
    await expect(said.vote).toHaveCount(0);
    await phone.getByRole("button", { name: /^Against/u }).click();
    for (const words of Object.values(said)) await expect(words).toBeVisible();
    // [F19] It is in the header while students vote.
    await expectApart(said.phone, said.vote);
    await check(phone, `phone full disk ${colorScheme}`);
    await check(host, `host full disk ${colorScheme}`);
    await check(wall, `wall full disk ${colorScheme}`);

    await disk.empty();
    await expect(phone.getByText("Counted. You can change it until voting closes.")).toBeVisible();
    for (const words of Object.values(said)) await expect(words).toHaveCount(0);
  });

/** Neither covers the other. */
async function expectApart(above: Locator, below: Locator): Promise<void> {
  const [upper, lower] = [await above.boundingBox(), await below.boundingBox()];
  expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeLessThan(lower?.y ?? 0);
}
