import { type Browser, expect, test } from "playwright/test";
import { listenIn } from "#tests/e2e/support/announced.ts";
import { openSession } from "#tests/e2e/support/faces.ts";
import { PHONE, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { takePicture } from "#tests/e2e/support/pictures.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";

const LONG = "Maximiliana Featherstonehaugh-Cholmondeley";

async function openNamed() {
  const program = await sharedProgram();
  const { code, cookie } = await openSession(program, { identity: "named" });
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  return { url: program.url, code, host };
}

async function joinAs(browser: Browser, url: string, code: string, name: string, size = PHONE) {
  const context = await browser.newContext({ ...size, reducedMotion: "reduce" });
  const page = await context.newPage();
  const announced = await listenIn(page);
  await page.goto(`${url}/s/${code}`);
  await whenInteractive(page);
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("heading", { name: "You are in" }).waitFor();
  return { page, announced };
}

test("[J5] who chooses a name that someone has is told why it has a numeral, once @long", async ({
  browser,
}) => {
  const { url, code, host } = await openNamed();
  await joinSession(url, code, "Ada Park");
  const { page } = await joinAs(browser, url, code, "Ada Park");
  const why = page.getByText("That name is already taken here, so you appear as \u2068Ada Park (2)\u2069.");
  await expect(why).toBeVisible();
  await takePicture(page, "told/same-name");
  await page.reload();
  await page.getByRole("heading", { name: "You are in" }).waitFor();
  await expect(why).toHaveCount(0);
  const { page: other } = await joinAs(browser, url, code, "Ben Cole");
  await expect(other.getByText("already taken")).toHaveCount(0);
  host.close();
});

test("[F2] [P10] a timer is said as it begins; in its last minute asking for more is beside it @long", async ({
  browser,
}) => {
  const { url, code, host } = await openNamed();
  const { page, announced } = await joinAs(browser, url, code, LONG.slice(0, 40), {
    ...PHONE,
    viewport: { width: 320, height: 568 },
  });
  await moveTo(host, "before");
  const said = async () => (await announced()).map(({ words }) => words).join("\n");
  const ask = page.getByRole("button", { name: "I need more time" });
  await host.send("host:timer", { seconds: 300 });
  await expect.poll(said).toMatch(/5 minutes\s+left/u);
  await expect(page.getByRole("timer")).toBeVisible();
  await expect(ask).toHaveCount(0);

  await host.send("host:timer", { seconds: 45 });
  await expect(ask).toBeInViewport({ ratio: 1 });
  await takePicture(page, "told/last-minute");
  await expect(page.getByRole("timer")).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await ask.click();
  await host.sees(({ moreTime }) => moreTime === true);
  await expect(page.getByRole("button", { name: "Asked for more time" })).toBeFocused();
  await takePicture(page, "told/asked");
  await expect.poll(said).toMatch(/Your instructor knows that someone needs more time/u);
  host.close();
});
