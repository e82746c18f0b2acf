import { accept, type Result } from "#debate/rules/result.ts";
import { isContended, QueueFull } from "#server/platform/storage-failures.ts";
import { noWriteMetrics } from "#server/platform/write-metrics.ts";
import { createDecidingWriter, type Grouping } from "#server/store/batching/group-writer.ts";
import type { Database, Transaction } from "#server/store/database.ts";

/** [L9] Enough for a class of 5,000 with one job each. */
export const QUEUE_LENGTH = 5_000;
/** Jobs of one transaction share one write to disk, but ballots must not wait long behind them. */
const GROUPING: Grouping = { most: 32, queue: QUEUE_LENGTH };

/** [O19] How long a transaction is repeated without the jobs that got no lock, in milliseconds: after one timeout, not two. */
const REPEATED_WITHIN = 5_000;

/** `run` returns a function that reports the result once it is on disk. */
type Job = {
  sessionId: string | undefined;
  run(transaction: Transaction): Promise<() => void>;
  reject(error: unknown): void;
};

/** Runs jobs in transactions, shared by those that arrive during another one. A job that fails is rolled back alone. */
export function createJobWriter(
  transact: <T>(jobs: (transaction: Transaction) => Promise<T>, sessionId?: string) => Promise<T>,
  groupKeyOf: ((job: Pick<Job, "sessionId">) => string) | null,
): Database["write"] {
  async function runAll(jobs: Job[], until: number): Promise<Result<() => void>[]> {
    let running = -1;
    try {
      return await transact(async (transaction) => {
        const done: Result<() => void>[] = [];
        for (const job of jobs) {
          running += 1;
          done.push(accept(await job.run(transaction)));
        }
        running = -1;
        return done;
      }, jobs[0]?.sessionId);
    } catch (error) {
      const job = jobs[running];
      if (!job || jobs.length === 1 || !isContended(error) || performance.now() > until) throw error;
      const failed = accept(() => job.reject(error));
      return (await runAll(jobs.toSpliced(running, 1), until)).toSpliced(running, 0, failed);
    }
  }
  const store = createDecidingWriter<Job, () => void>(
    (jobs) => runAll(jobs, performance.now() + REPEATED_WITHIN),
    groupKeyOf,
    noWriteMetrics(),
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
        store({ sessionId, run, reject }, order).then((stored) => {
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
