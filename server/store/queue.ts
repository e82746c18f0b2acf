import type { createQueue } from "#server/platform/queue.ts";
import { QueueFull } from "#server/platform/storage-failures.ts";

/** The most jobs in one transaction. They share one write to disk, but ballots must not wait long behind them. */
const SHARED = 32;
/** [L9] The longest queue; the sender of a refused job tries again. Enough for a class of 5,000 with one job each. */
export const QUEUE_LENGTH = 5_000;

/** [L9] Jobs with the order `first` run before all others. */
export type Order = "first" | "in-turn";

type Statements = { $executeRawUnsafe(sql: string): Promise<unknown> };
type Job<Transaction> = (transaction: Transaction) => Promise<unknown>;
type Outcome = { settle: () => void };
type Waiting<Transaction> = {
  job: Job<Transaction>;
  settle(value: unknown): void;
  fail(error: unknown): void;
};

/**
 * Jobs that arrive during a transaction share the next one, each behind a savepoint: a failed job is rolled back
 * alone. After an error for which `endsAll` is true no savepoint can be trusted, so the whole transaction fails.
 */
export function shareTransactions<Transaction extends Statements>(
  queue: ReturnType<typeof createQueue>,
  transact: (jobs: (transaction: Transaction) => Promise<Outcome[]>) => Promise<Outcome[]>,
  endsAll: (error: unknown) => boolean,
) {
  const lines: Record<Order, Waiting<Transaction>[]> = { first: [], "in-turn": [] };
  const waiting = () => lines.first.length + lines["in-turn"].length;
  /** One error for all refused jobs: log once per overload, not once per job. */
  let full: QueueFull | undefined;

  async function run(): Promise<void> {
    const group = lines.first.splice(0, SHARED);
    group.push(...lines["in-turn"].splice(0, SHARED - group.length));
    if (waiting() > 0) void queue(run);
    else full = undefined;
    try {
      const outcomes = await transact(async (transaction) => {
        const outcomes: Outcome[] = [];
        for (const each of group)
          outcomes.push(await (group.length === 1 ? plain : behindSavepoint)(transaction, each));
        return outcomes;
      });
      for (const { settle } of outcomes) settle();
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }

  async function plain(transaction: Transaction, { job, settle }: Waiting<Transaction>): Promise<Outcome> {
    const value = await job(transaction);
    return { settle: () => settle(value) };
  }

  async function behindSavepoint(transaction: Transaction, waiter: Waiting<Transaction>): Promise<Outcome> {
    await transaction.$executeRawUnsafe("SAVEPOINT job");
    try {
      const outcome = await plain(transaction, waiter);
      await transaction.$executeRawUnsafe("RELEASE job");
      return outcome;
    } catch (error) {
      if (endsAll(error)) throw error;
      await transaction.$executeRawUnsafe("ROLLBACK TO job");
      await transaction.$executeRawUnsafe("RELEASE job");
      return { settle: () => waiter.fail(error) };
    }
  }

  return <T>(job: (transaction: Transaction) => Promise<T>, order: Order = "in-turn"): Promise<T> =>
    new Promise((settle, fail) => {
      if (lines[order].length >= QUEUE_LENGTH) {
        full ??= new QueueFull("too much waits to be stored");
        return fail(full);
      }
      lines[order].push({ job, settle: settle as (value: unknown) => void, fail });
      if (waiting() === 1) void queue(run);
    });
}
