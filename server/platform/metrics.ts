import { monitorEventLoopDelay } from "node:perf_hooks";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Redis } from "#server/platform/redis.ts";
import type { WriteMetrics } from "#server/platform/write-metrics.ts";

export type Metrics = ReturnType<typeof createMetrics>;

/** Buckets in seconds, from a burst on a fast disk to a server in trouble. */
const COMMIT_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** Prometheus metrics; never who did what. `measuresProcess`: false if another server in this process does. */
export function createMetrics({ measuresProcess = true } = {}) {
  const registry = new Registry();
  const registers = [registry];
  if (measuresProcess) {
    // `measureLoopDelay` measures it better. Each look wakes the process.
    const eventLoopMonitoringPrecision = 1_000;
    collectDefaultMetrics({ register: registry, prefix: "resolved_", eventLoopMonitoringPrecision });
    measureLoopDelay(registers);
  }

  const commits = new Histogram({
    name: "resolved_commit_seconds",
    help: "From a group's beginning to its being on disk.",
    labelNames: ["of"],
    buckets: COMMIT_BUCKETS,
    registers,
  });
  const snapshots = new Counter({
    name: "resolved_snapshots_total",
    help: "Snapshots sent to rooms, each to a whole audience at once.",
    labelNames: ["audience"],
    registers,
  });
  const wrongCodes = new Counter({
    name: "resolved_wrong_sign_in_codes_total",
    help: "Codes for signing in on another computer that opened nothing.",
    registers,
  });

  function watch(of: string): WriteMetrics {
    const outcomes = new Counter({
      name: `resolved_${of}_total`,
      help: `What became of ${of}: stored, repeated, or a refusal.`,
      labelNames: ["outcome"],
      registers,
    });
    const commit = commits.labels(of);
    const watching: WriteMetrics = {
      waiting: 0,
      committed: (seconds) => commit.observe(seconds),
      settled: (outcome, count) => outcomes.inc({ outcome }, count),
    };
    gauge(`${of}_waiting`, `How many ${of} wait to be stored.`, () => watching.waiting);
    return watching;
  }

  /** A gauge, read at each scrape. */
  function gauge(name: string, help: string, value: () => number): void {
    new Gauge({
      name: `resolved_${name}`,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  }

  return {
    registry,
    ballots: watch("ballots"),
    seats: watch("seats"),
    wrongCode: () => wrongCodes.inc(),
    countSnapshot: (audience: string) => snapshots.inc({ audience }),
    gauge,
    connections(count: () => Record<string, number>): void {
      new Gauge({
        name: "resolved_connections",
        help: "Sockets connected to this server.",
        labelNames: ["role"],
        registers,
        collect() {
          for (const [role, connected] of Object.entries(count())) this.set({ role }, connected);
        },
      });
    },
  };
}

/** Resolution in milliseconds. Each sample wakes an idle process, and counts its own wait as delay. */
const LOOK_EVERY = 20;
/** After how many milliseconds without a scrape measuring stops. */
const READ_WITHIN = 5 * 60_000;

/** The event loop's delay: the 99th percentile since it was last read. Measured only while someone scrapes. */
function measureLoopDelay(registers: Registry[]): void {
  const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY });
  const unread = setTimeout(() => delay.disable(), READ_WITHIN).unref();
  new Gauge({
    name: "resolved_event_loop_delay_p99_seconds",
    help: "The 99th percentile of the event loop's delay since the last scrape, in seconds.",
    registers,
    collect() {
      this.set(Math.max(0, delay.percentile(99) / 1e9 - LOOK_EVERY / 1_000));
      delay.reset();
      delay.enable();
      unread.refresh();
    },
  });
}

type Gauged = {
  traffic: { framesReceived: number };
  storage: { isWorking(): boolean };
  redis: Redis | null;
  /** [O13] How far this machine's clock is ahead of the database's, in milliseconds; null where they are one. */
  skew(): number | null;
};

/** Gauges that are read at each scrape. */
export function reportGauges({ gauge }: Metrics, { traffic, storage, redis, skew }: Gauged): void {
  gauge(
    "frames_heard",
    "WebSocket frames and packets of long polling that were heard, since the start.",
    () => traffic.framesReceived,
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
