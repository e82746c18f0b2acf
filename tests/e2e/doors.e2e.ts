import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { chromium, expect, type Page } from "playwright/test";
import { watchDoors } from "#tests/e2e/support/doors.ts";
import { openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { chromiumWithWindows } from "#tests/support/system-packages.mjs";

test("[O1] no page sends a request to another site, breaks its policy, or runs a script that is not ours", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { cookie, code, key } = await openSession(program);
  const doors = watchDoors(program);
  const stranger = await doors.watch(await browser.newContext());
  const instructor = await doors.watch(await browser.newContext());
  await instructor.addCookies(toCookies(cookie, program.url));

  const pages: [typeof stranger, string][] = [
    [stranger, "/nowhere"],
    [stranger, "/sign-in"],
    [stranger, `/s/${code}`],
    [stranger, `/screen/${code}?key=${key}`],
    [stranger, `/results/${code}`],
    [instructor, "/dashboard"],
    [instructor, "/account"],
    [instructor, "/debates/import"],
    [instructor, `/host/${code}`],
  ];
  for (const [context, path] of pages) {
    const page = await context.newPage();
    await page.goto(program.url + path, { waitUntil: "load" });
    expect([path, await strangeScripts(page)]).toEqual([path, 0]);
    expect(doors.refused).toEqual([]);
    expect([path, await runsInline(page)]).toEqual([path, false]);
    expect(doors.refused.splice(0).length).toBeGreaterThan(0);
  }
  expect(doors.asked.elsewhere).toEqual([]);
});

/** Scripts in the page with neither its nonce nor an address of ours. */
function strangeScripts(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scripts = [...document.querySelectorAll("script")];
    return scripts.filter(({ nonce, src }) => !nonce && !src.startsWith(window.location.origin)).length;
  });
}

/** Whether an injected script runs. */
function runsInline(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const got = document.createElement("div");
    got.innerHTML = "<img src=x onerror='window.ran = true'>";
    document.body.append(got);
    got.setAttribute("onclick", "window.ran = true");
    got.click();
    return new Promise<boolean>((resolve) => {
      const image = got.querySelector("img");
      image?.addEventListener("error", () => resolve("ran" in window));
    });
  });
}

test("[J14] a Chromium that blocks cookies is told so and takes no seat, with scripts and without", async ({
  launchOptions,
}, testInfo) => {
  const executablePath = chromiumWithWindows();
  test.skip(executablePath === undefined, "a Chromium without windows has no such setting");
  const program = sharedProgram();
  const { cookie, code } = await openSession(program);
  for (const javaScriptEnabled of [true, false]) {
    // As "Block all cookies" in the browser's settings.
    const profile = testInfo.outputPath(`profile-${javaScriptEnabled}`);
    await mkdir(path.join(profile, "Default"), { recursive: true });
    const blocking = { profile: { default_content_setting_values: { cookies: 2 } } };
    await writeFile(path.join(profile, "Default", "Preferences"), JSON.stringify(blocking));
    await using browser = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      ...(executablePath !== undefined && { executablePath }),
      javaScriptEnabled,
    });
    const page = await browser.newPage();
    const told = page.getByText("Your browser blocks cookies");
    for (let time = 0; time < 3; time += 1) {
      await page.goto(`${program.url}/s/${code}`);
      if (javaScriptEnabled) await expect(told).toBeVisible();
      await page.getByRole("button", { name: "Join" }).click();
      await expect(told).toBeVisible();
      await expect(page.getByRole("alert").or(page.getByRole("status")).filter({ has: told })).toHaveCount(1);
    }
  }
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  expect((await host.sync()).session.joined).toBe(0);
});

test("[J14] without scripts a browser that keeps cookies joins by one press", async ({ browser }) => {
  const program = sharedProgram();
  const { code } = await openSession(program);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${program.url}/s/${code}`);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { name: "You are in" })).toBeVisible();
  await expect(page.getByText("Your browser blocks cookies")).toBeHidden();
});
