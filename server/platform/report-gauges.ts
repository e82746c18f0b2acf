import type { Metrics } from "#server/platform/metrics.ts";
import type { Redis } from "#server/platform/redis.ts";

type Gauged = {
  traffic: { framesHeard: number };
  storage: { isWorking(): boolean };
  redis: Redis | null;
  /** [O13] How far this machine's clock is ahead of the database's, in milliseconds; null where they are one. */
  skew(): number | null;
};

/** Reports what is read at the moment when someone asks for metrics. */
export function reportGauges({ gauge }: Metrics, { traffic, storage, redis, skew }: Gauged): void {
  gauge(
    "frames_heard",
    "WebSocket frames and packets of long polling that were heard, since the start.",
    () => traffic.framesHeard,
  );
  gauge("storage_working", "1 where something can be stored, and 0 where not.", () =>
    Number(storage.isWorking()),
  );
  if (skew() !== null)
    gauge(
      "clock_ahead_seconds",
      "How far this machine's clock is ahead of the database's.",
      () => (skew() ?? 0) / 1_000,
    );
  if (redis) gauge("redis_here", "1 where Redis answers, and 0 where not.", () => Number(redis.isHere()));
}
