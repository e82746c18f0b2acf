import { SessionGone } from "#server/platform/failures.ts";

type Log = { error(detail: object, message: string): void };
export type Background = ReturnType<typeof createBackground>;

/** Runs work in the background and logs failures. */
export function createBackground(log: Log) {
  const underWay = new Set<Promise<void>>();
  return {
    /** Resolves when the work has ended, even if it failed. */
    run(work: Promise<unknown>): Promise<void> {
      const done = work
        .then(
          () => undefined,
          (error) => {
            if (!(error instanceof SessionGone)) log.error({ err: error }, "a background task failed");
          },
        )
        .finally(() => underWay.delete(done));
      underWay.add(done);
      return done;
    },
    settled: async (): Promise<void> => {
      await Promise.all(underWay);
    },
  };
}
