import { isStorageFailure } from "#server/platform/storage-failures.ts";

/** Knows whether anything can be stored, from what has failed and what has not. */
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
    /** Tells the listener whenever storing has begun to fail, and whenever it works again. */
    watch: (listener: (working: boolean) => void): void => void listeners.push(listener),
    /** Takes note where something could not be stored. */
    noticing: <T>(stored: Promise<T>): Promise<T> =>
      stored.catch((error) => {
        if (isStorageFailure(error)) report(false);
        throw error;
      }),
  };
}
