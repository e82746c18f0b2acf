import { type BrowserContext, expect, type Page } from "playwright/test";
import { openHosted } from "#tests/e2e/support/faces.ts";
import { PHONE } from "#tests/e2e/support/lesson.ts";
import { recordRequests } from "#tests/e2e/support/page-requests.ts";
import { test } from "#tests/e2e/support/test.ts";
import { moveTo } from "#tests/support/lesson.ts";

const WORDS = "Neighbours are not chosen, and that is the argument.";

test("[W15, W16, W17] a phone reopened without a network shows the positions and its own words; after leaving, nothing of the seat is on it", async ({
  browser,
}) => {
  const { program, code } = await classroom();
  const context = await browser.newContext(PHONE);
  await holdWorker(context);
  const asked = listen(context);
  const url = `${program.url}/s/${code}`;
  let phone = await joinOpen(context, url);
  await phone.getByRole("button", { name: "Write a rebuttal" }).first().click();
  await phone.getByLabel("Your argument").fill(WORDS);
  expect(asked).toEqual(["/s", "/api"]);

  await askForWorker(phone);
  await whenKept(phone);
  expect(asked).toEqual(["/s", "/api", "/sw.js", "/s"]);
  const [worker] = context.serviceWorkers();
  // The parts come from the browser's cache: only the shell is sent.
  const sent = await worker?.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ transferSize }) => transferSize > 0)
      .map(({ name }) => new URL(name).pathname),
  );
  expect(sent).toEqual(["/s/offline"]);
  const { cached, stored } = await keptOn(phone);
  expect(stored).toContain(WORDS);
  const [, seat = "none"] = /"participantId":"([^"]+)"/u.exec(stored) ?? [];
  expect(cached).not.toContain(seat);
  expect(cached).not.toContain(WORDS);
  expect(cached).not.toContain(code);

  phone = await reopen(context, phone, url);
  await expect(phone.getByText("Offline", { exact: true })).toBeVisible();
  await expect(phone.getByLabel("Your argument")).toHaveValue(WORDS);
  await phone.getByRole("button", { name: "Close" }).first().click();
  // The other language is a request, which would lead out of the room.
  const language = phone.getByRole("button", { name: "日本語" });
  await expect(language).toHaveCount(0);
  await phone.getByRole("tab", { name: "Read", exact: true }).click();
  await expect(phone.locator("#for-1")).toBeVisible();
  await expect(phone.locator("#for-expert")).toHaveAttribute("lang", "en");
  await context.setOffline(false);
  await expect(phone.getByText("Offline", { exact: true })).toBeHidden();
  await expect(language).toBeVisible();

  await phone.getByRole("button", { name: "Your data" }).click();
  await phone.getByRole("button", { name: "Delete all my data" }).click();
  await phone.getByRole("button", { name: "Delete everything", exact: true }).click();
  await phone.getByRole("button", { name: "Join" }).waitFor();
  const left = await keptOn(phone);
  expect(left.stored).not.toContain(seat);
  expect(left.stored).not.toContain(WORDS);
  expect(left.cached).not.toContain(seat);
  phone = await reopen(context, phone, url);
  await expect(phone.getByText("This debate isn’t kept on this phone. Connect to open it.")).toBeVisible();

  // It opens without a press.
  await context.setOffline(false);
  await phone.getByRole("button", { name: "Join" }).click();
  await whenKept(phone);
  phone = await reopen(context, phone, `${program.url}/s/start`);
  await expect(phone.getByText("Offline", { exact: true })).toBeVisible();
  expect(new URL(phone.url()).pathname).toBe(`/s/${code}`);
  expect((await keptOn(phone)).stored).not.toContain(seat);
  await phone.getByRole("button", { name: "Write a rebuttal" }).first().click();
  await expect(phone.getByLabel("Your argument")).toHaveValue("");
});

/** A session in which the class argues, and its host's socket. */
async function classroom() {
  const { program, code, host } = await openHosted();
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  return { program, host, code };
}

async function joinOpen(context: BrowserContext, url: string): Promise<Page> {
  const phone = await context.newPage();
  await phone.goto(url);
  await phone.getByRole("button", { name: "Join" }).click();
  await phone.getByRole("button", { name: "Write a rebuttal" }).first().waitFor();
  return phone;
}

/** The first parts of the paths that a phone and its worker ask for, without built files. */
const listen = (context: BrowserContext) =>
  recordRequests(context, (_, { pathname }) => `/${pathname.split("/")[1]}`);

/**
 * [W17] Pages ask for their worker only when the test says so, in place of after ten to thirty seconds.
 * `isTold`: the page has told its worker what it loaded, the last of which is what tells it.
 */
async function holdWorker(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const set = window.setTimeout;
    const held: (() => void)[] = [];
    const setTimeout = (act: () => void, wait = 0) =>
      wait > 10_000 && wait <= 30_000 ? -held.push(act) : set(act, wait);
    const tell = ServiceWorker.prototype.postMessage;
    ServiceWorker.prototype.postMessage = function (this: ServiceWorker, message: unknown) {
      tell.call(this, message);
      Object.assign(window, { isTold: true });
    };
    Object.assign(window, { setTimeout, askForWorker: () => held.forEach((act) => void act()) });
  });
}

const askForWorker = (phone: Page) =>
  phone.evaluate(() => (window as unknown as { askForWorker: () => void }).askForWorker());

/**
 * Waits until the worker is in charge and has all that the page has loaded, and the phone has the room. The page fetches nothing more:
 * Chromium waits for an old worker that is still fetching, for up to five minutes under a debugger.
 */
async function whenKept(phone: Page): Promise<void> {
  const isKept = () =>
    phone.evaluate(async () => {
      if (!navigator.serviceWorker.controller || !("isTold" in window)) return false;
      if (!(await caches.match("/s/offline"))) return false;
      const places = Object.keys(localStorage).filter((key) => key.endsWith(":room"));
      if (!places.some((place) => localStorage[place] !== "")) return false;
      const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
      const parts = loaded.filter((path) => path.startsWith("/_next/static/"));
      const kept = await Promise.all(parts.map((path) => caches.match(path, { ignoreVary: true })));
      return parts.length > 0 && kept.every(Boolean);
    });
  await expect.poll(isKept).toBe(true);
}

/** All that is in the phone's caches except for built files, and in its storage. */
function keptOn(phone: Page): Promise<{ cached: string; stored: string }> {
  return phone.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        if (!request.url.includes("/_next/static/"))
          texts.push(request.url, (await (await cache.match(request))?.text()) ?? "");
    }
    return { cached: texts.join("\n"), stored: JSON.stringify({ ...localStorage }).replaceAll('\\"', '"') };
  });
}

/** Closes a page, and opens another one without a network. */
async function reopen(context: BrowserContext, phone: Page, url: string): Promise<Page> {
  await context.setOffline(true);
  await phone.close();
  const next = await context.newPage();
  await next.goto(url);
  return next;
}
