/**
 * One worker for each key, so that items with different keys don't wait for each other. Workers are created when
 * needed and dropped when idle for `kept` milliseconds.
 */
export function createKeyedWorkers<Item, Outcome>(
  keyOf: (item: Item) => string,
  create: () => (item: Item) => Promise<Outcome>,
  kept = 0,
): (item: Item) => Promise<Outcome> {
  type Worker = { work: (item: Item) => Promise<Outcome>; users: number };
  const workers = new Map<string, Worker>();

  function drop(key: string, worker: Worker): void {
    if (worker.users === 0 && workers.get(key) === worker) workers.delete(key);
  }

  return async (item) => {
    const key = keyOf(item);
    const worker = workers.get(key) ?? { work: create(), users: 0 };
    workers.set(key, worker);
    worker.users += 1;
    try {
      return await worker.work(item);
    } finally {
      worker.users -= 1;
      if (kept === 0) drop(key, worker);
      else if (worker.users === 0) setTimeout(() => drop(key, worker), kept).unref();
    }
  };
}
