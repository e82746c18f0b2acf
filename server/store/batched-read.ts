import DataLoader from "dataloader";
import { isBusy } from "#server/platform/busy-loop.ts";

/** Keys in one query; databases limit how many there may be. */
export const AT_ONCE = 500;
/** How long the reads of a busy server gather, in milliseconds. */
const GATHERING = 15;

/**
 * Combines reads by key into one query: those of one turn of the event loop, and on a busy server those of some milliseconds. A class
 * that reconnects at once costs a few queries, not a few for each student. Nothing is cached. On an idle server no read waits for a
 * timer: waking up costs more than reading does. `read` may be given a key more than once; an `Error` fails the reads of its key only.
 */
export function readTogether<Value>(
  read: (keys: string[]) => Promise<Map<string, Value | Error>>,
  gathers = isBusy,
): (key: string) => Promise<Value | null> {
  const loader = new DataLoader<string, Value | null>(
    async (keys) => {
      const found = await read(rounded([...new Set(keys)]));
      return keys.map((key) => found.get(key) ?? null);
    },
    {
      cache: false,
      maxBatchSize: AT_ONCE,
      batchScheduleFn: (send) => void (gathers() ? setTimeout(send, GATHERING) : setImmediate(send)),
    },
  );
  return (key) => loader.load(key);
}

/** Keys of one of few numbers, the last one repeated: databases prepare a statement anew for each other number. */
function rounded(keys: string[]): string[] {
  const length = Math.min(2 ** Math.ceil(Math.log2(keys.length)), AT_ONCE);
  return keys.concat(Array(length - keys.length).fill(keys.at(-1)));
}
