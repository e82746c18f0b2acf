import { expect, test } from "@playwright/test";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { joinBySocket, plansOf, signIn } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { postJson } from "#tests/support/requests.ts";

/** Six moved toward For and one away; and one toward each. */
const MATRICES = [
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
];

test("[V22] two sections are compared from the dashboard, and picked again on the page", async ({
  browser,
}) => {
  const { url } = await sharedProgram();
  const context = await browser.newContext({ acceptDownloads: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  await signIn(page, url);
  const cookie = (await context.cookies()).map((each) => `${each.name}=${each.value}`).join("; ");
  const codes: string[] = [];
  for (const [place, matrix] of MATRICES.entries()) {
    const settings = { name: `Section ${place + 1}` };
    const opened = await postJson(`${url}/api/sessions`, { debateId: "japan-russia-card", settings }, cookie);
    const { code } = await opened.json();
    codes.push(code);
    const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
    const voters = await Promise.all(
      plansOf(matrix).map(async (plan) => ({ plan, client: await joinBySocket(url, code) })),
    );
    for (const round of ["before", "after"] as const) {
      await moveTo(host, round);
      await Promise.all(
        voters.map(({ plan, client }) => client.send("ballot:cast", ballot(plan[round], round))),
      );
    }
    await moveTo(host, "closed");
    for (const { client } of voters) client.close();
    host.close();
  }

  await page.goto(`${url}/dashboard`);
  await page.getByRole("link", { name: "Compare with other sections: Section 1" }).click();
  await expect(page.getByRole("heading", { name: "Compare sections" })).toBeVisible();
  // Other tests' sessions of this debate are offered, too.
  for (const box of await page.getByRole("checkbox").all())
    await box.setChecked(codes.includes((await box.getAttribute("value")) ?? ""));
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("For came out ahead in 1 of 2 sections.");
  await expect(page.getByText("In 1, too few people moved to tell.")).toBeVisible();
  await expect(page.getByText("All 14 people together: 7 moved toward For, 2 toward Against.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Section 2" }).first()).toHaveAttribute(
    "href",
    `/results/${codes[1]}`,
  );
  await page.getByText("Show as a table").click();
  const row = page.getByRole("row", { name: /^Section 1/u });
  await expect(row).toContainText("+100.0");
  await expect(row).toContainText("clear");
  expect(await findProblems(page, "compare/page")).toEqual([]);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  expect((await downloading).suggestedFilename()).toBe("sections.csv");
  for (const [size, viewport] of Object.entries({
    phone: { width: 320, height: 568 },
    laptop: { width: 1280, height: 800 },
  })) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: `test-results/compare/${size}.png`, fullPage: true });
  }

  await page.getByText("Choose sections").click();
  await page.getByRole("checkbox", { name: "Section 2" }).uncheck();
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("Choose at least two sections")).toBeVisible();
  await page.goto(`${url}/results/${codes[0]}`);
  await page.getByRole("link", { name: "Compare with other sections" }).click();
  await expect(page.getByRole("heading", { name: "Compare sections" })).toBeVisible();
  await context.close();
});
