import { accept, type Result } from "#debate/rules/result.ts";
import { QueueFull } from "#server/platform/storage-failures.ts";
import { unwatched } from "#server/platform/watch.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { createDecidingWriter, type Grouping } from "#server/store/group-writer.ts";

/** [L9] Enough for a class of 5,000 with one job each. */
export const QUEUE_LENGTH = 5_000;
/** Jobs of one transaction share one write to disk, but ballots must not wait long behind them. */
const GROUPING: Grouping = { most: 32, queue: QUEUE_LENGTH };

/** `run` answers with what reports its result once that is on disk. */
type Job = { sessionId: string | undefined; run(transaction: Transaction): Promise<() => void> };

/** Runs jobs in transactions, which those share that arrive during another one. A job that fails is rolled back alone. */
export function createJobWriter(
  transact: <T>(jobs: (transaction: Transaction) => Promise<T>, sessionId?: string) => Promise<T>,
  groupKeyOf: ((job: Pick<Job, "sessionId">) => string) | null,
): Database["write"] {
  const store = createDecidingWriter<Job, () => void>(
    (jobs) =>
      transact(async (transaction) => {
        const done: Result<() => void>[] = [];
        for (const job of jobs) done.push(accept(await job.run(transaction)));
        return done;
      }, jobs[0]?.sessionId),
    groupKeyOf,
    unwatched(),
    GROUPING,
  );
  let waiting = 0;
  /** One error for all refused jobs: log once per overload, not once per job. */
  let full: QueueFull | undefined;

  return async (job, sessionId, order) => {
    waiting += 1;
    try {
      return await new Promise((resolve, reject) => {
        const run = async (transaction: Transaction) => {
          const value = await job(transaction);
          return () => resolve(value);
        };
        store({ sessionId, run }, order).then((stored) => {
          full ??= stored.ok ? undefined : new QueueFull("too much waits to be stored");
          if (stored.ok) stored.value();
          else reject(full);
        }, reject);
      });
    } finally {
      waiting -= 1;
      if (waiting === 0) full = undefined;
    }
  };
}
