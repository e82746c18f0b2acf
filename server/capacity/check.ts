import type { Capacity, CapacityState, CheckEnd, Found } from "#debate/protocol/capacity.ts";
import { isClosed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Rooms } from "#server/live/rooms.ts";
import type { Limits } from "#server/platform/limits.ts";
import type { Store } from "#server/store/store.ts";

/** Plays growing classes until the signal ends it; `progress` hears how many phones are connected. */
export type Measure = (signal: AbortSignal, progress: (phones: number) => void) => Promise<Capacity>;

/** [Q4] Checks that the instructors of a server may start. */
const STARTS = { max: 6, window: 600 };

type Options = {
  /** Undefined if this server can't be checked. */
  measure: Measure | undefined;
  rooms: Pick<Rooms, "connectedTo">;
  store: Pick<Store, "sessions">;
  limits: Limits;
  clock: () => number;
  log: { error(detail: object, message: string): void };
};

type Why = Exclude<CheckEnd["outcome"], "measured" | "failed">;
type Running = { startedAt: number; phones: number; stop: AbortController; why?: Why; ended: Promise<void> };
export type CapacityCheck = ReturnType<typeof createCapacityCheck>;

/** [Q1] One check at a time of how many phones this server can handle. Its last result is kept until the server stops. */
export function createCapacityCheck({ measure, rooms, store, limits, clock, log }: Options) {
  let running: Running | null = null;
  let last: CheckEnd | null = null;
  let found: Found | null = null;
  let isStarting = false;

  /** [Q3] Whether someone is connected to a session that is not closed. */
  async function isSessionRunning(): Promise<boolean> {
    const sessions = await Promise.all(rooms.connectedTo().map((id) => store.sessions.byId(id)));
    return sessions.some((session) => session && !isClosed(session.phase));
  }

  async function run(measuring: Measure, check: Running): Promise<void> {
    const at = clock();
    try {
      const capacity = await measuring(check.stop.signal, (phones) => {
        check.phones = phones;
        stopIfSessionRuns().catch(() => undefined); // the database can't be read just now
      });
      last = { at, outcome: check.why ?? "measured" };
      if (!check.why) found = { at, capacity };
    } catch (error) {
      if (!check.why) log.error({ err: error }, "the capacity check failed");
      last = { at, outcome: check.why ?? "failed" };
    } finally {
      running = null;
    }
  }

  async function stop(why: Why): Promise<void> {
    const check = running;
    if (!check) return;
    check.why ??= why;
    check.stop.abort();
    await check.ended;
  }

  /** [Q3] Called when someone connects or a session changes. */
  async function stopIfSessionRuns(): Promise<void> {
    if (running && (await isSessionRunning())) void stop("session-running");
  }

  async function begin(): Promise<Result<void>> {
    if (!measure) return refuse("not-found", "This server stores in PostgreSQL and has no capacity check.");
    if (await isSessionRunning()) return refuse("session-running");
    const { retryAfter } = await limits.consume("capacity", "everyone", STARTS);
    if (retryAfter !== null) return tooOften(retryAfter);
    const check: Running = {
      startedAt: clock(),
      phones: 0,
      stop: new AbortController(),
      ended: Promise.resolve(),
    };
    running = check;
    check.ended = run(measure, check);
    // Someone may have connected while the limit was counted.
    await stopIfSessionRuns();
    return accept(undefined);
  }

  return {
    state(): CapacityState {
      return {
        isAvailable: measure !== undefined,
        running: running && {
          seconds: Math.floor((clock() - running.startedAt) / 1_000),
          phones: running.phones,
        },
        last,
        found,
      };
    },

    /** [Q4] Starts a check; `duplicate` while there is one. */
    async start(): Promise<Result<void>> {
      if (running || isStarting) return refuse("duplicate", "A check is in progress.");
      isStarting = true;
      return begin().finally(() => {
        isStarting = false;
      });
    },

    /** Ends the check in progress, if there is one. Resolves when nothing is left of it. */
    cancel: () => stop("canceled"),
    stopIfSessionRuns,
  };
}
