import DataLoader from "dataloader";

/** Keys in one query; databases limit how many there may be. */
export const AT_ONCE = 500;
/** How long a read waits for others to join its query, in milliseconds. */
const GATHERING = 5;

/**
 * Combines reads by key that arrive within a few milliseconds into one query: a class that reconnects at once costs a
 * few queries, not a few for each student. Nothing is cached.
 */
export function readTogether<Value>(
  read: (keys: string[]) => Promise<Map<string, Value>>,
): (key: string) => Promise<Value | null> {
  const loader = new DataLoader<string, Value | null>(
    async (keys) => {
      const found = await read([...new Set(keys)]);
      return keys.map((key) => found.get(key) ?? null);
    },
    { cache: false, maxBatchSize: AT_ONCE, batchScheduleFn: (send) => setTimeout(send, GATHERING) },
  );
  return (key) => loader.load(key);
}
