/** What is under way, to wait for its end. */
export function createUnderWay() {
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
