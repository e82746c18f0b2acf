import DataLoader from "dataloader";

/** Keys in one query; databases limit how many there may be. */
export const AT_ONCE = 500;

/**
 * Combines reads by key in one turn of the event loop into one query, so that phones which reconnect at once share what they read.
 * Nothing is cached, and no read waits. `read` may be given a key more than once; an `Error` fails the reads of its key only.
 */
export function readTogether<Value>(
  read: (keys: string[]) => Promise<Map<string, Value | Error>>,
): (key: string) => Promise<Value | null> {
  const loader = new DataLoader<string, Value | null>(
    async (keys) => {
      const found = await read(rounded([...new Set(keys)]));
      return keys.map((key) => found.get(key) ?? null);
    },
    {
      cache: false,
      maxBatchSize: AT_ONCE,
      batchScheduleFn: (send) => void setImmediate(send),
    },
  );
  return (key) => loader.load(key);
}

/** Keys of one of few numbers, the last one repeated: databases prepare a statement anew for each other number. */
function rounded(keys: string[]): string[] {
  const length = Math.min(2 ** Math.ceil(Math.log2(keys.length)), AT_ONCE);
  return keys.concat(Array(length - keys.length).fill(keys.at(-1)));
}
