import { reloadIfReplaced } from "#app/shared/loading/reload-replaced.ts";

/** Between two tries to fetch a script, in milliseconds. */
const AGAIN = 2_000;

export const pause = () => new Promise<void>((resolve) => setTimeout(resolve, AGAIN));

/** Fetches a script that follows the page's own, again and again until it is there; `failed` is what it waits for between two tries. */
export async function untilThere<T>(fetchPart: () => Promise<T>, failed = pause): Promise<T> {
  for (;;) {
    try {
      return await fetchPart();
    } catch (error) {
      void reloadIfReplaced(error);
      await failed();
    }
  }
}
