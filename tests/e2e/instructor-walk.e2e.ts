import { expect } from "playwright/test";
import { openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { stopsBehindBars } from "#tests/e2e/support/keyboard.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { postJson } from "#tests/support/requests.ts";

test("[F32] by keyboard an instructor sees what has the focus above the bar with Save, and goes through a debate’s buttons from left to right", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { url } = program;
  const { cookie } = await openSession(program);
  const imported = await postJson(`${url}/api/debates/import`, { text: OWN }, cookie);
  const { debate } = (await imported.json()) as { debate: { id: string } };
  const own = `/debates/${debate.id}`;
  const context = await browser.newContext({ reducedMotion: "reduce" });
  await context.addCookies(toCookies(cookie, url));
  const page = await context.newPage();
  const faults: string[] = [];
  for (const path of ["/debates/new", `${own}/kit`]) {
    await page.goto(url + path);
    await whenInteractive(page);
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      faults.push(...(await stopsBehindBars(page, "Tab")).map((fault) => `${viewport.width}: ${fault}`));
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const path of ["/dashboard", own]) {
    await page.goto(url + path);
    const places = await page
      .getByRole("main")
      .getByRole("button", { name: "Open a session", exact: false })
      .first()
      .locator("xpath=..")
      .locator("a, button")
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left));
    if (places.length < 2 || places.some((left, at) => left < (places[at - 1] ?? 0)))
      faults.push(`${path}: buttons at ${places}`);
  }
  expect(faults).toEqual([]);
});
