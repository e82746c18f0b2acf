/** Between two tries to fetch a script, in milliseconds. */
const AGAIN = 2_000;

export const pause = () => new Promise<void>((resolve) => setTimeout(resolve, AGAIN));

/** Fetches a script that follows the page's own, again and again until it is there; `failed` is what it waits for between two tries. */
export async function loadWithRetries<T>(fetchPart: () => Promise<T>, failed = pause): Promise<T> {
  for (;;) {
    try {
      return await fetchPart();
    } catch (error) {
      void reloadIfReplaced(error);
      await failed();
    }
  }
}

const RELOADED = "resolved.reloaded";
const MINUTE = 60_000;

/**
 * [W18] Loads the page again where the script that it failed to fetch is gone from the server: a newer version has
 * replaced it. At most once a minute, as two servers may have different versions during an update.
 */
export async function reloadIfReplaced(error: unknown): Promise<void> {
  const [script] = /\/_next\/static\/[^\s"')]+/u.exec(String(error)) ?? [];
  if (script === undefined || typeof window === "undefined") return;
  // biome-ignore lint/style/noRestrictedGlobals: every page loads this first, and ask.ts later
  const response = await fetch(script, { cache: "no-store" }).catch(() => null);
  if (response?.status !== 404) return;
  try {
    if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < MINUTE) return;
    sessionStorage.setItem(RELOADED, String(Date.now()));
  } catch {
    return; // it could go on forever
  }
  window.location.reload();
}
