/** Counts stored items, for metrics. */
export type Watch = {
  /** How many wait to be stored now. */
  waiting: number;
  /** A group is on disk, so many seconds after it was begun. */
  committed(seconds: number): void;
  /** What became of so many: `stored`, `repeated`, `failed`, or why they were refused. */
  settled(outcome: string, count: number): void;
};

/** Counts nothing. */
export const unwatched = (): Watch => ({ waiting: 0, committed: () => undefined, settled: () => undefined });
