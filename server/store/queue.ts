/**
 * Runs jobs one after the other. Everything that writes to the database goes through one queue: on one
 * connection, a statement that slips into another job's transaction would be rolled back with it.
 */
export type Queue = <T>(job: () => Promise<T>) => Promise<T>;

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const done = last.then(job, job);
    last = done.catch(() => undefined);
    return done;
  };
}

/** Jobs in one transaction: enough to share one write to disk, few enough that ballots do not wait long behind them. */
const SHARED = 32;

type Statements = { $executeRawUnsafe(sql: string): Promise<unknown> };
type Job<Transaction> = (transaction: Transaction) => Promise<unknown>;
type Outcome = { settle: () => void };
type Waiting<Transaction> = {
  job: Job<Transaction>;
  settle(value: unknown): void;
  fail(error: unknown): void;
};

/**
 * Jobs that were asked for while another transaction ran share the next one, each behind a savepoint of its own: what
 * fails is undone alone, and all others are on disk together. `endsAll` knows the failures after which no
 * savepoint can be trusted; they fail every job of the transaction.
 */
export function shareTransactions<Transaction extends Statements>(
  queue: Queue,
  transact: (jobs: (transaction: Transaction) => Promise<Outcome[]>) => Promise<Outcome[]>,
  endsAll: (error: unknown) => boolean,
) {
  let waiting: Waiting<Transaction>[] = [];

  async function run(): Promise<void> {
    const group = waiting.slice(0, SHARED);
    waiting = waiting.slice(SHARED);
    if (waiting.length > 0) void queue(run);
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

  return <T>(job: (transaction: Transaction) => Promise<T>): Promise<T> =>
    new Promise((settle, fail) => {
      waiting.push({ job, settle: settle as (value: unknown) => void, fail });
      if (waiting.length === 1) void queue(run);
    });
}
