import DataLoader from "dataloader";

/** Keys in one query; databases limit how many there may be. */
export const AT_ONCE = 500;

/**
 * Combines reads by key that come in one turn of the event loop into one query: a class that reconnects at once costs a few
 * queries, not a few for each student. Nothing is cached, and none waits for a timer: waking up costs more than reading does.
 */
export function readTogether<Value>(
  read: (keys: string[]) => Promise<Map<string, Value>>,
): (key: string) => Promise<Value | null> {
  const loader = new DataLoader<string, Value | null>(
    async (keys) => {
      const found = await read([...new Set(keys)]);
      return keys.map((key) => found.get(key) ?? null);
    },
    { cache: false, maxBatchSize: AT_ONCE, batchScheduleFn: (send) => void setImmediate(send) },
  );
  return (key) => loader.load(key);
}
