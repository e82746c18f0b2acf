import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { check, openSession, pressOn, SCHEMES, toCookies } from "#tests/e2e/support/faces.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";

const NAMES = ["Ada Lovelace", "山田 花子", "Cyd"];
const NOTE = "Ask 山田さん to open the next debate.";

for (const colorScheme of SCHEMES)
  test(`[V19] [V20] after a lesson a teacher sorts and downloads who took part, and keeps a note, ${colorScheme}`, async ({
    browser,
  }) => {
    const program = await sharedProgram();
    const { url } = program;
    const { cookie, code } = await openSession(program, { name: "Period 3" });
    const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
    const [ada, hanako] = await Promise.all(
      NAMES.map(async (name) => {
        const { ticket, participantId } = await joinSession(url, code, name);
        return connectClient(url, { auth: { code, ticket }, participantId });
      }),
    );
    await moveTo(host, "before");
    await ada?.send("ballot:cast", ballot("for"));
    await hanako?.send("ballot:cast", ballot("against"));
    await moveTo(host, "rebuttal");
    await hanako?.send("rebuttal:post", rebuttal());
    await moveTo(host, "after");
    await hanako?.send("ballot:cast", ballot("for", "after"));
    await moveTo(host, "results");

    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme });
    await context.addCookies(toCookies(cookie, url));
    const page = await context.newPage();
    await page.goto(`${url}/results/${code}`);
    const opening = context.waitForEvent("page");
    await page.getByRole("link", { name: "Participation" }).click();
    const list = await opening;
    await expect(list.getByText("1 of 3 voted both times. 1 never voted.")).toBeVisible();
    const rows = list.getByRole("rowheader");
    await expect(rows).toHaveText([/^Ada Lovelace/u, /^Cyd.*Never voted$/u, /^山田 花子/u]);
    await whenInteractive(list);
    await check(list, `participation ${colorScheme}`);

    // By keyboard; the order is in the address, so a reload keeps it.
    const heading = list.getByRole("columnheader", { name: "Rebuttals" });
    await pressOn(heading.getByRole("button"), "Enter");
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    await expect(rows.first()).toHaveText(/^山田 花子/u);
    await list.reload();
    await expect(rows.first()).toHaveText(/^山田 花子/u);
    await whenInteractive(list);
    await list.getByLabel("Find a name").fill("cyd");
    await expect(rows).toHaveText([/^Cyd/u]);
    const downloading = list.waitForEvent("download");
    await list.getByRole("link", { name: "Download CSV" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`${code}-Period-3-participation.csv`);
    expect(await readFile(await download.path(), "utf8")).toMatch(
      /^\ufeffname,realName,[^\n]+\n.*Ada Lovelace,/u,
    );

    // On a phone the names stay beside the numbers, and nothing but the table scrolls sideways.
    await list.setViewportSize({ width: 320, height: 568 });
    await check(list, `participation phone ${colorScheme}`);
    expect(await list.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    // The note is folded, since this page may be on the projector, and is kept.
    const note = page.getByLabel("Private note");
    await expect(note).toBeHidden();
    await page.locator("summary", { hasText: "Private note" }).click();
    await note.fill(NOTE);
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.reload();
    await page.locator("summary", { hasText: "Private note" }).click();
    await expect(note).toHaveValue(NOTE);
    await check(page, `private note ${colorScheme}`);
    await page.emulateMedia({ media: "print" });
    await expect(note).toBeHidden();
    await page.emulateMedia({ media: "screen" });

    // Typed without a network, it waits on the device, through a reload, and is saved from the control room.
    await page.route("**/note", (route) => route.abort());
    await note.fill(`${NOTE} Twice.`);
    await expect(page.getByText("Your note is kept on this device.")).toBeVisible();
    await page.unroute("**/note");
    await page.goto(`${url}/host/${code}`);
    await expect(page.getByLabel("Private note")).toHaveValue(`${NOTE} Twice.`);
    await expect
      .poll(async () => (await context.request.get(`${url}/api/sessions/${code}/note`)).json())
      .toMatchObject({ text: `${NOTE} Twice.` });
    await check(page, `private note control room ${colorScheme}`);
    for (const client of [host, ada, hanako]) client?.close();
    await context.close();
  });
