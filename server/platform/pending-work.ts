/** Tracks promises, to wait for their end. */
export function createPendingWork() {
  const all = new Set<Promise<unknown>>();
  return {
    track<T>(work: Promise<T>): Promise<T> {
      const ended = work.catch(() => undefined).finally(() => all.delete(ended));
      all.add(ended);
      return work;
    },
    /** Resolves when all of it has ended, even if it failed. */
    settled: async (): Promise<void> => {
      await Promise.all(all);
    },
  };
}
