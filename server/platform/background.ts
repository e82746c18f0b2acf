import { SessionGone } from "#server/platform/failures.ts";
import { createPendingWork } from "#server/platform/pending-work.ts";

type Log = { error(detail: object, message: string): void };
export type Background = ReturnType<typeof createBackground>;

/** Runs work in the background and logs failures. */
export function createBackground(log: Log) {
  const { track, settled } = createPendingWork();
  return {
    /** Resolves when the work has ended, even if it failed. */
    run(work: Promise<unknown>): Promise<void> {
      return track(
        work.then(
          () => undefined,
          (error) => {
            if (!(error instanceof SessionGone)) log.error({ err: error }, "a background task failed");
          },
        ),
      );
    },
    settled,
  };
}
