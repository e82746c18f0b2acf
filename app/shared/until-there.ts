/** Between two tries to fetch a script, in milliseconds. */
const AGAIN = 2_000;

/** Fetches a script that follows the page's own, again and again until it is there. */
export async function untilThere<T>(fetchPart: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await fetchPart();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}
