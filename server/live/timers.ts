import type { Dependencies } from "#server/sessions/dependencies.ts";
import { moveOnTime } from "#server/sessions/move.ts";

type Log = { error(detail: object, message: string): void };

/** Ends phases automatically if their host chose that. Due times are in the store, so timers survive a restart. */
export function createTimers(parts: Pick<Dependencies, "store" | "clock" | "announce">, log: Log) {
  const timers = new Map<string, NodeJS.Timeout>();
  let moving: Promise<void> = Promise.resolve();
  let isStopped = false;

  function set(sessionId: string, endsAt: number): void {
    if (isStopped) return;
    clearTimeout(timers.get(sessionId));
    const wait = Math.max(0, endsAt - parts.clock());
    timers.set(
      sessionId,
      setTimeout(() => ring(sessionId, endsAt), wait),
    );
  }

  function ring(sessionId: string, endsAt: number): void {
    // A timeout can fire a millisecond early, and the clock can be set back. Then it is not due yet.
    if (parts.clock() < endsAt) {
      set(sessionId, endsAt);
      return;
    }
    timers.delete(sessionId);
    const moved = moveOnTime(parts, sessionId).catch((error) =>
      log.error({ err: error }, "a timer could not end its phase"),
    );
    moving = Promise.all([moving, moved]).then(() => undefined);
  }

  async function changed(sessionId: string): Promise<void> {
    clearTimeout(timers.get(sessionId));
    timers.delete(sessionId);
    const session = await parts.store.sessions.byId(sessionId);
    if (session?.timerCloses && session.phaseEndsAt !== null) set(sessionId, session.phaseEndsAt);
  }

  return {
    changed,
    async restore(): Promise<void> {
      for (const { id, phaseEndsAt } of await parts.store.sessions.withTimer())
        if (phaseEndsAt !== null) set(id, phaseEndsAt);
    },
    /** Resolves when no move is in progress. */
    stop(): Promise<void> {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      return moving;
    },
  };
}
