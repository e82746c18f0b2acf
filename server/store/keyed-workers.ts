/**
 * A worker for each key, made when it is first needed and forgotten when nobody waits for it any more: what has
 * different keys does not wait for each other.
 */
export function createKeyedWorkers<Item, Outcome>(
  keyOf: (item: Item) => string,
  create: () => (item: Item) => Promise<Outcome>,
): (item: Item) => Promise<Outcome> {
  const workers = new Map<string, { work: (item: Item) => Promise<Outcome>; users: number }>();
  return async (item) => {
    const key = keyOf(item);
    const worker = workers.get(key) ?? { work: create(), users: 0 };
    workers.set(key, worker);
    worker.users += 1;
    try {
      return await worker.work(item);
    } finally {
      worker.users -= 1;
      if (worker.users === 0) workers.delete(key);
    }
  };
}
