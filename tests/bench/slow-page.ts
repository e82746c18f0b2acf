import { type Browser, type CDPSession, chromium, type Page } from "playwright/test";
import { installedChromium } from "#tests/support/system-packages.mjs";

/** A slow phone, as Lighthouse has it, in a room whose Wi-Fi is shared. */
const SLOWER = 6;
const linkOf = (bits: number) => ({
  ...{ offline: false, latency: 100 },
  ...{ downloadThroughput: bits / 8, uploadThroughput: bits / 8 },
});
/** Bits a second: a classroom's Wi-Fi, and a phone at the edge of its network. */
const WIFI = 9e6;
export const EDGE = 4e5;
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const DESK = { viewport: { width: 1280, height: 800 } };

export type SlowPage = { page: Page; client: CDPSession };

export function startBrowser(): Promise<Browser> {
  const executablePath = installedChromium();
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ["--no-sandbox"],
  });
}

export async function slowPage(
  browser: Browser,
  as: Parameters<Browser["newContext"]>[0],
  cookie = "",
  bits = WIFI,
): Promise<SlowPage> {
  const context = await browser.newContext({
    ...as,
    ...(cookie !== "" && { extraHTTPHeaders: { cookie } }),
  });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", linkOf(bits));
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  // The compiler names functions by a helper of its own, which a page does not have.
  await page.addInitScript("globalThis.__name = (named) => named;");
  return { page, client };
}
