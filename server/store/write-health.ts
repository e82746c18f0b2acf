import { isStorageFailure } from "#server/platform/storage-failures.ts";

/** Tracks whether writing works, from failures and successes. */
export function createHealth() {
  const listeners: ((working: boolean) => void)[] = [];
  let working = true;
  function report(now: boolean): void {
    if (now === working) return;
    working = now;
    for (const listener of listeners) listener(now);
  }
  return {
    report,
    isWorking: () => working,
    /** Calls the listener when storing starts to fail and when it works again. */
    watch: (listener: (working: boolean) => void): void => void listeners.push(listener),
    /** Notes a storage failure, and passes the error on. */
    noticing: <T>(stored: Promise<T>): Promise<T> =>
      stored.catch((error) => {
        if (isStorageFailure(error)) report(false);
        throw error;
      }),
  };
}
