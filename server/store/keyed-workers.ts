/**
 * One worker for each key, so that items with different keys don't wait for each other. Workers are created when
 * needed and dropped when idle for `kept` milliseconds.
 */
export function createKeyedWorkers<Item, Outcome, Work extends (item: Item) => Promise<Outcome>>(
  keyOf: (item: Item) => string,
  create: () => Work,
  kept = 0,
): ((item: Item) => Promise<Outcome>) & { of(key: string): Work | undefined; all(): Work[] } {
  type Worker = { work: Work; users: number };
  const workers = new Map<string, Worker>();

  function drop(key: string, worker: Worker): void {
    if (worker.users === 0 && workers.get(key) === worker) workers.delete(key);
  }

  async function work(item: Item): Promise<Outcome> {
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
  }
  return Object.assign(work, {
    of: (key: string) => workers.get(key)?.work,
    all: () => [...workers.values()].map((worker) => worker.work),
  });
}
