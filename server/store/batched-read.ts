import DataLoader from "dataloader";

/** Keys in one query; databases limit how many there may be. */
export const AT_ONCE = 500;
/** How far apart queries of one kind are at least, in milliseconds: reads that come in between join the next. */
const GATHERING = 5;

/**
 * Combines reads by key that arrive within a few milliseconds into one query: a class that reconnects at once costs a
 * few queries, not a few for each student. A read that comes alone does not wait. Nothing is cached.
 */
export function readTogether<Value>(
  read: (keys: string[]) => Promise<Map<string, Value>>,
): (key: string) => Promise<Value | null> {
  let sentAt = Number.NEGATIVE_INFINITY;
  const schedule = (send: () => void) => {
    const query = () => {
      sentAt = performance.now();
      send();
    };
    const wait = sentAt + GATHERING - performance.now();
    if (wait > 0) setTimeout(query, wait);
    else setImmediate(query);
  };
  const loader = new DataLoader<string, Value | null>(
    async (keys) => {
      const found = await read([...new Set(keys)]);
      return keys.map((key) => found.get(key) ?? null);
    },
    { cache: false, maxBatchSize: AT_ONCE, batchScheduleFn: schedule },
  );
  return (key) => loader.load(key);
}
