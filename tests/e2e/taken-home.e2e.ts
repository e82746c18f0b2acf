import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "playwright/test";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { check, pressOn, SCHEMES, unfoldSession } from "#tests/e2e/support/faces.ts";
import { type Plan, plansOf, signIn, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { takePictures } from "#tests/e2e/support/pictures.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";

const FIRST = "Period 3, Monday: AP Government with Ms. Hopper, second half";
const FIRST_IN_FILES = "Period-3-Monday-AP-Government-with-Ms-Hopper-second-half";
const SECOND = "三限・月曜日";
const NOTE = "Ask 山田さん to open the next debate.";
/** Six moved toward For and one away; and one toward each. */
const SECTIONS = [
  [
    [1, 0, 0],
    [4, 1, 0],
    [2, 1, 0],
  ],
  [
    [1, 1, 0],
    [1, 2, 0],
    [0, 0, 0],
  ],
].map(plansOf);
/** Two more, of whom one only votes before and one never. */
const OTHERS: { name: string; plan: Partial<Plan> }[] = [
  { name: "Ada Lovelace", plan: { before: "for" } },
  { name: "Cyd", plan: {} },
];
const WRITER = "山田 花子";

const picture = (page: Page, name: string) => takePictures(page, `taken-home/${name}`);

/** What teachers do around a lesson. The students have no browser. */
for (const colorScheme of SCHEMES)
  test(`[V17] [V19] [V20] [V22] [V23] [I11] a teacher names a session, sees who took part, prints, teaches it again and compares, ${colorScheme} @long`, async ({
    browser,
  }) => {
    const { url } = await sharedProgram();
    const context = await browser.newContext({
      ...{ acceptDownloads: true, reducedMotion: "reduce", colorScheme },
      viewport: { width: 1280, height: 800 },
    });
    const page = await context.newPage();
    await signIn(page, url);
    const cookie = (await context.cookies()).map((each) => `${each.name}=${each.value}`).join("; ");

    /** A class votes, the first of it writes, and the session is left in this phase. */
    const teach = async (
      code: string,
      students: { name: string; plan: Partial<Plan> }[],
      to: "results" | "closed",
    ) => {
      const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
      const seats = await Promise.all(
        students.map(async ({ name, plan }) => {
          const { ticket, participantId } = await joinSession(url, code, name);
          return { plan, client: await connectClient(url, { auth: { code, ticket }, participantId }) };
        }),
      );
      for (const round of ["before", "after"] as const) {
        await moveTo(host, round);
        await Promise.all(
          seats.map(
            ({ plan, client }) => plan[round] && client.send("ballot:cast", ballot(plan[round], round)),
          ),
        );
        if (round === "after") continue;
        await moveTo(host, "rebuttal");
        await seats[0]?.client.send("rebuttal:post", rebuttal());
      }
      await moveTo(host, to);
      for (const { client } of seats) client.close();
      return host;
    };
    const named = (plans: readonly Plan[]) =>
      plans.map((plan, n) => ({ name: n === 0 ? WRITER : `Student ${n}`, plan }));

    // The name of a session, which is too long first.
    await page
      .getByRole("button", { name: /^Open a session/u })
      .first()
      .click();
    const name = page.getByLabel("Name of this session");
    await name.fill("x".repeat(61));
    await expect(page.getByText("1 character too many")).toBeVisible();
    await page.getByRole("button", { name: "Open session" }).click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await name.fill(FIRST);
    await picture(page, "opening");
    // On a small phone the form has the whole screen but for its buttons: its head scrolls away.
    await page.setViewportSize({ width: 320, height: 568 });
    const form = page.getByRole("dialog");
    expect(await form.evaluate((each) => [each.scrollTo(0, 200), each.scrollTop][1])).toBe(200);
    await expect(page.getByRole("button", { name: "Open session" })).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole("button", { name: "Open session" }).click();
    await page.waitForURL(/\/host\/[0-9A-Z]{6}$/u);
    const first = page.url().slice(-6);
    await expect(page.getByText(FIRST, { exact: true })).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(`^${FIRST}: control room ${first}`, "u"));
    await picture(page, "control-room");
    const host = await teach(first, [...named(SECTIONS[0] ?? []), ...OTHERS], "results");

    // Results, and data under the session's name.
    await page.goto(`${url}/results/${first}`);
    await expect(page.getByText(FIRST, { exact: true })).toBeVisible();
    await picture(page, "results");
    const download = async (from: Page, link: string) => {
      const downloading = from.waitForEvent("download");
      await from.getByRole("link", { name: link }).click();
      return downloading;
    };
    await page.locator("summary", { hasText: "Download the data" }).click();
    expect((await download(page, "Ballots as CSV")).suggestedFilename()).toBe(
      `${first}-${FIRST_IN_FILES}-ballots-no-names.csv`,
    );
    await page.getByLabel("With names").check();
    expect((await download(page, "Ballots as CSV")).suggestedFilename()).toBe(
      `${first}-${FIRST_IN_FILES}-ballots.csv`,
    );

    // The grade book.
    const opening = context.waitForEvent("page");
    await page.getByRole("link", { name: "Participation" }).click();
    const list = await opening;
    await expect(list.getByText("9 of 11 voted both times. 1 never voted.")).toBeVisible();
    const rows = list.getByRole("rowheader");
    await expect(rows).toHaveCount(11);
    await expect(rows.first()).toHaveText(/^Ada Lovelace/u);
    await expect(rows.nth(1)).toHaveText(/^Cyd.*Never voted$/u);
    await expect(rows.last()).toHaveText(/^山田 花子/u);
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
    expect((await download(list, "Download CSV")).suggestedFilename()).toBe(
      `${first}-${FIRST_IN_FILES}-participation-no-names.csv`,
    );
    await list.getByLabel("With names").check();
    const csv = await download(list, "Download CSV");
    expect(csv.suggestedFilename()).toBe(`${first}-${FIRST_IN_FILES}-participation.csv`);
    expect(await readFile(await csv.path(), "utf8")).toMatch(/^\ufeffname,realName,[^\n]+\n.*Ada Lovelace,/u);

    // On a phone the names stay beside the numbers, and nothing but the table scrolls sideways.
    await list.setViewportSize({ width: 320, height: 568 });
    await check(list, `participation phone ${colorScheme}`);
    expect(await list.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await list.close();

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

    // Typed without a network, it waits on the device, through pages, and is saved from the control room.
    await page.route("**/note", (route) => route.abort());
    await note.fill(`${NOTE} Twice.`);
    await expect(page.getByText("Your note is kept on this device.")).toBeVisible();
    await page.unroute("**/note");

    // The report and the summary, whose print e2e/paper looks at.
    await page.getByRole("link", { name: "Print report" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("For won the room.");
    await expect(page.getByText(FIRST).first()).toBeVisible();
    await page.getByRole("link", { name: "One-page summary" }).click();
    await expect(page.getByRole("heading", { name: "For won the room." })).toBeVisible();

    await page.goto(`${url}/host/${first}`);
    await unfoldSession(page);
    await expect(note).toHaveValue(`${NOTE} Twice.`);
    await expect
      .poll(async () => (await context.request.get(`${url}/api/sessions/${first}/note`)).json())
      .toMatchObject({ text: `${NOTE} Twice.` });
    await check(page, `private note control room ${colorScheme}`);

    // The same again, for the next class.
    await moveTo(host, "closed");
    host.close();
    const again = page.getByRole("button", { name: `Same again: ${FIRST}` });
    await expect(again).toBeVisible();
    // [D34] Beside it where there is room, which the fonts of a slow machine may not leave: then in the next row.
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    await page.setViewportSize({ width: 1920, height: 1080 });
    const keep = page.getByRole("button", { name: "Save as template" });
    await expect
      .poll(async () => ((await keep.boundingBox())?.y ?? 999) - ((await again.boundingBox())?.y ?? 0))
      .toBeLessThan(60);
    await page.setViewportSize({ width, height });
    await picture(page, "closed");
    await again.click();
    const next = page.getByLabel("Name of the new session");
    await expect(next).toHaveValue(FIRST);
    await expect(next).toBeFocused();
    await picture(page, "same-again");
    // It is selected, so typing replaces it.
    await page.keyboard.type(SECOND);
    await expect(next).toHaveValue(SECOND);
    await page.keyboard.press("Enter");
    await page.waitForURL(
      (address) => /\/host\/[0-9A-Z]{6}$/u.test(address.pathname) && !address.href.endsWith(first),
    );
    const second = page.url().slice(-6);
    await expect(page.getByText(SECOND, { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Open the first vote" })).toBeVisible();
    await picture(page, "control-room-again");
    (await teach(second, named(SECTIONS[1] ?? []), "closed")).close();

    await page.goto(`${url}/dashboard`);
    const card = page.getByRole("listitem").filter({ hasText: second });
    await expect(card).toContainText(SECOND);
    await expect(page.getByRole("listitem").filter({ hasText: first })).toContainText(FIRST);
    await picture(page, "dashboard");
    await card.getByRole("button", { name: `Same again: ${SECOND}` }).click();
    await expect(page.getByLabel("Name of the new session")).toHaveValue(SECOND);
    await page.keyboard.press("Escape");
    // The next session of a debate begins without a name.
    await page
      .getByRole("button", { name: /^Open a session/u })
      .first()
      .click();
    await expect(name).toHaveValue("");
    await page.keyboard.press("Escape");

    // Both sections beside each other.
    await page.getByRole("link", { name: `Compare with other classes: ${FIRST}` }).click();
    await expect(page.getByRole("heading", { name: "Compare classes" })).toBeVisible();
    const codes = [first, second];
    // Other tests' sessions of this debate are offered, too.
    for (const box of await page.getByRole("checkbox").all())
      await box.setChecked(codes.includes((await box.getAttribute("value")) ?? ""));
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "For came out clearly ahead in 1 of 2 classes.",
    );
    await expect(page.getByText("In 1, too few people moved to tell.")).toBeVisible();
    await expect(
      page.getByText("All 14 people together: 7 moved toward For, 2 toward Against."),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: SECOND }).first()).toHaveAttribute(
      "href",
      `/results/${second}`,
    );
    await page.getByText("Show as a table").click();
    const row = page.getByRole("row", { name: new RegExp(`^${FIRST}`, "u") });
    await expect(row).toContainText("For by 100");
    await expect(row).toContainText("clear");
    expect(await findProblems(page, "compare/page")).toEqual([]);
    // On a phone the table is wider than the screen, and what it says is not.
    await page.setViewportSize({ width: 390, height: 844 });
    const said = page.getByText("Each class’s lead in percentage points");
    await said.scrollIntoViewIfNeeded();
    await expect(said).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 1280, height: 800 });
    // On paper it has neither the page's head nor its foot.
    await page.emulateMedia({ media: "print" });
    for (const role of ["banner", "contentinfo"] as const) await expect(page.getByRole(role)).toHaveCount(0);
    await page.emulateMedia({ media: null });
    expect((await download(page, "Download as CSV")).suggestedFilename()).toBe("sections.csv");
    await picture(page, "compare");
    await page.getByText("Choose classes").click();
    await page.getByRole("checkbox", { name: SECOND }).uncheck();
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page.getByText("Choose at least two classes")).toBeVisible();
    await page.goto(`${url}/results/${first}`);
    await page.getByRole("link", { name: "Compare with other classes" }).click();
    await expect(page.getByRole("heading", { name: "Compare classes" })).toBeVisible();
    await context.close();
  });
