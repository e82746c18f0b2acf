// `npm run pictures`: takes the pictures of the docs again, from a running lesson of the demo's class.
import { chromium, type Page } from "playwright/test";
import type { Identity } from "#debate/rules/session-options.ts";
import { toCookies } from "#tests/e2e/support/faces.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";
import { CREDENTIALS, postJson, signIn } from "#tests/support/requests.ts";
import { installedChromium } from "#tests/support/system-packages.mjs";

const FOLDER = "docs/images";
/** An address that documents may name (RFC 5737); the browser finds this machine under it. */
const NAMED = "192.0.2.2";
const PORT = 3000;
const PHONE = { width: 390, height: 844 };
/** The class joins, votes and writes at its own pace. */
const PATIENCE = { timeout: 120_000 };

const program = await startProgram({
  kind: "launched",
  variables: {
    PORT: `${PORT}`,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://${NAMED}:${PORT}`,
    INSTRUCTOR_EMAIL: CREDENTIALS.email,
    INSTRUCTOR_PASSWORD: CREDENTIALS.password,
    WARM_UP: "false",
  },
});
process.once("exit", program.kill);
const local = `http://localhost:${PORT}`;
const cookie = await signIn(local);
const executablePath = installedChromium();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ["--no-sandbox", `--host-resolver-rules=MAP ${NAMED} 127.0.0.1`],
});

const { code, urls } = await openSession({ simulated: 30 });
const host = await connectClient(local, { auth: { code, as: "host" }, cookie });
const control = await open(urls.host, { width: 1280, height: 800 });
await control.context().addCookies(toCookies(cookie, `http://${NAMED}:${PORT}`));
await control.goto(urls.host);
const wall = await open(urls.screen, { width: 1280, height: 720 });
const phone = await open(urls.join, PHONE);
await phone.getByRole("button", { name: "Join" }).click();
await phone.getByRole("heading", { name: "You are in" }).waitFor();
await control.getByText("31 of 31").first().waitFor(PATIENCE);

await moveTo(host, "before");
await phone.getByRole("button", { name: /^For/u }).click();
await phone.getByText("Counted.").waitFor();
await take(phone, "phone-vote");
await control
  .getByText(/\b2\d of 31 have voted/u)
  .first()
  .waitFor(PATIENCE);
await take(control, "control-room");
await control
  .getByText(/3[01] of 31 have voted/u)
  .first()
  .waitFor(PATIENCE);
await moveTo(host, "rebuttal");
await phone
  .getByRole("tab", { name: "Rebuttals" })
  .or(phone.getByRole("link", { name: "Rebuttals" }))
  .first()
  .click();
await phone.getByText("12 rebuttals by classmates").waitFor(PATIENCE);
// There only if endorsements have changed the order since.
const sortAgain = phone.getByRole("button", { name: "Sort again" });
if (await sortAgain.isVisible()) await sortAgain.click();
await take(phone, "phone-rebuttals");
await moveTo(host, "after");
await control
  .getByText(/\b(29|3[01]) of 31 have voted/u)
  .first()
  .waitFor(PATIENCE);
await moveTo(host, "results");
await wall
  .getByText(/who voted (both times|twice)/u)
  .first()
  .waitFor(PATIENCE);
await wall.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
await take(wall, "reveal");

for (const identity of ["anonymous", "pseudonym", "named"] as const) {
  const { urls: own } = await openSession({ identity });
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await open(own.join, PHONE, colorScheme);
    await take(page, `promise-${identity}${colorScheme === "dark" ? "-dark" : ""}`);
  }
}
host.close();
await browser.close();
process.exit();

async function openSession({ simulated, ...settings }: { identity?: Identity; simulated?: number }) {
  const body = { debateId: "japan-russia-card", settings, simulated };
  const response = await postJson(`${local}/api/sessions`, body, cookie);
  return (await response.json()) as { code: string; urls: Record<"join" | "host" | "screen", string> };
}

async function open(
  url: string,
  viewport: typeof PHONE,
  colorScheme: "light" | "dark" = "light",
): Promise<Page> {
  const page = await (
    await browser.newContext({ viewport, colorScheme, isMobile: viewport === PHONE })
  ).newPage();
  await page.goto(url);
  return page;
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: "disabled" });
}
