import DataLoader from "dataloader";

/** Keys in one query, which databases limit. */
export const AT_ONCE = 500;

/**
 * Combines the reads of one turn of the event loop into one query, for phones that reconnect at once. Nothing is cached. `read` may
 * get a key more than once; an `Error` fails the reads of its key only.
 */
export function batchedRead<Value>(
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

/** Pads the keys to one of few lengths, as databases prepare a statement for each. */
function rounded(keys: string[]): string[] {
  const length = Math.min(2 ** Math.ceil(Math.log2(keys.length)), AT_ONCE);
  return keys.concat(Array(length - keys.length).fill(keys.at(-1)));
}
