/** Counts stored items, for metrics. */
export type WriteMetrics = {
  /** The number of items waiting. */
  waiting: number;
  /** Called when a group is on disk, with the time it took. */
  committed(seconds: number): void;
  /** Counts outcomes: `stored`, `repeated`, `failed`, or the code of a refusal. */
  settled(outcome: string, count: number): void;
};

/** Counts nothing. */
export const noWriteMetrics = (): WriteMetrics => ({
  waiting: 0,
  committed: () => undefined,
  settled: () => undefined,
});

/** Counts what became of writes of a kind. */
export type CountWrite = (kind: string, outcome: "stored" | "refused" | "failed", count?: number) => void;
