/**
 * One worker for each key, so that items with different keys don't wait for each other. Workers are created when
 * needed and dropped when idle.
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
