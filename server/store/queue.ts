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
