/**
 * One worker for each key, so that items with different keys don't wait for each other. Workers are created when
 * needed and dropped when idle for `kept` milliseconds.
 */
export function createKeyedWorkers<Item, Outcome, Work extends (item: Item) => Promise<Outcome>>(
  keyOf: (item: Item) => string,
  create: () => Work,
  kept = 0,
): ((item: Item) => Promise<Outcome>) & { of(key: string): Work | undefined; all(): Work[] } {
  type Worker = { work: Work; users: number; idle?: NodeJS.Timeout };
  const workers = new Map<string, Worker>();

  async function work(item: Item): Promise<Outcome> {
    const key = keyOf(item);
    const worker = workers.get(key) ?? { work: create(), users: 0 };
    workers.set(key, worker);
    clearTimeout(worker.idle);
    worker.users += 1;
    try {
      return await worker.work(item);
    } finally {
      worker.users -= 1;
      if (worker.users === 0) {
        if (kept === 0) workers.delete(key);
        else worker.idle = setTimeout(() => workers.delete(key), kept).unref();
      }
    }
  }
  return Object.assign(work, {
    of: (key: string) => workers.get(key)?.work,
    all: () => [...workers.values()].map((worker) => worker.work),
  });
}
