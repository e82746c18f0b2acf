import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Release } from "#debate/protocol/answers/health.ts";
import { answersWithin } from "#server/platform/answers-within.ts";
import type { Redis } from "#server/platform/redis.ts";
import type { CountWrite, WriteMetrics } from "#server/platform/write-metrics.ts";

export type Metrics = ReturnType<typeof createMetrics>;

/** Buckets in seconds, from a burst on a fast disk to a server in trouble. */
const COMMIT_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** [O46] How long a gauge is waited for, in milliseconds: the database may hang. */
const READ_WITHIN = 1_000;
/** All others are counted together. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** [O41] Prometheus metrics; never who did what. `measuresProcess`: false if another server in this process does. */
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
  const requests = new Counter({
    name: "resolved_http_requests_total",
    help: "HTTP requests by method and class of status, such as 2xx; none where the client left first.",
    labelNames: ["method", "status"],
    registers,
  });
  const refusedSignIns = new Counter({
    name: "resolved_refused_sign_ins_total",
    help: "Sign-ins of instructors that were refused, by password, code or provider.",
    labelNames: ["by"],
    registers,
  });
  const writes = new Counter({
    name: "resolved_writes_total",
    help: "Writes to the database: stored, refused or failed.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const countWrite: CountWrite = (kind, outcome, count = 1) => writes.inc({ kind, outcome }, count);

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
      settled(outcome, count) {
        outcomes.inc({ outcome }, count);
        if (outcome === "stored" || outcome === "failed") countWrite(of, outcome, count);
        else if (outcome !== "repeated") countWrite(of, "refused", count);
      },
    };
    gauge(`${of}_waiting`, `How many ${of} wait to be stored.`, () => watching.waiting);
    return watching;
  }

  /** A gauge, read at each scrape; left out without a value, or if it can't be read in time. */
  function gauge(name: string, help: string, value: () => Gauged | Promise<Gauged>): void {
    new Gauge({
      name: `resolved_${name}`,
      help,
      registers,
      async collect() {
        const reading = Promise.resolve().then(value);
        const read = (await answersWithin(READ_WITHIN, reading)) ? await reading : null;
        if (read === null) this.remove();
        else this.set(read);
      },
    });
  }

  return {
    registry,
    ballots: watch("ballots"),
    seats: watch("seats"),
    countWrite,
    countRefusedSignIn: (by: string) => refusedSignIns.inc({ by }),
    countRequest({ method = "" }: IncomingMessage, response: ServerResponse): void {
      response.once("close", () => {
        const status = response.headersSent ? `${Math.floor(response.statusCode / 100)}xx` : "none";
        requests.inc({ method: METHODS.includes(method) ? method : "other", status });
      });
    },
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
const IDLE_AFTER = 5 * 60_000;

/** The event loop's delay: the 99th percentile since it was last read. Measured only while someone scrapes. */
function measureLoopDelay(registers: Registry[]): void {
  const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY });
  const unread = setTimeout(() => delay.disable(), IDLE_AFTER).unref();
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

/** Null where there is nothing to measure. */
type Gauged = number | null;
type Read = {
  release: Release;
  traffic: { framesReceived: number };
  storage: { isWorking(): boolean };
  redis: Redis | null;
  database: {
    /** [O13] How far this machine's clock is ahead of the database's, in milliseconds; null where they are one. */
    skew(): Gauged;
    freeSpace(): Promise<Gauged>;
    lastBackup(): Promise<number>;
  };
  /** The process that makes pages, once it runs. */
  pages: { pid: number | undefined };
};

/** Gauges that are read at each scrape. */
export function reportGauges(
  { registry, gauge }: Metrics,
  { release, traffic, storage, redis, database, pages }: Read,
): void {
  new Gauge({
    name: "resolved_build_info",
    help: "1, with the version and the build that runs.",
    labelNames: ["version", "build"],
    registers: [registry],
  }).set(release, 1);
  gauge(
    "frames_heard",
    "WebSocket frames and packets of long polling that were heard, since the start.",
    () => traffic.framesReceived,
  );
  gauge("storage_working", "1 where something can be stored, and 0 where not.", () =>
    Number(storage.isWorking()),
  );
  gauge("disk_free_bytes", "Free space on the disk of the SQLite database.", database.freeSpace);
  gauge(
    "last_backup_timestamp_seconds",
    "When the newest backup was begun, in seconds since the epoch; 0 without one.",
    async () => (await database.lastBackup()) / 1_000,
  );
  gauge("pages_resident_memory_bytes", "Memory of the process that makes pages.", () =>
    pages.pid === undefined ? null : memoryOf(pages.pid),
  );
  gauge("clock_ahead_seconds", "How far this machine's clock is ahead of the database's.", () => {
    const skew = database.skew();
    return skew === null ? null : skew / 1_000;
  });
  gauge("redis_here", "1 where Redis answers, and 0 where not.", () =>
    redis ? Number(redis.isHere()) : null,
  );
}

/** The memory that a process has, in bytes, as Linux says it; other systems say nothing. */
async function memoryOf(pid: number): Promise<Gauged> {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/mu.exec(await readFile(`/proc/${pid}/status`, "utf8")) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) * 1_024;
}
