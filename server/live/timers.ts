import { phaseAfterTimer } from "#debate/rules/phases.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { moveOnDate, moveOnTime } from "#server/sessions/move.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** The longest wait that a timeout can have, in milliseconds: 24 days. */
const LONGEST = 2 ** 31 - 1;

type Log = { error(detail: object, message: string): void };

/**
 * Ends phases automatically if their host chose that, and [P30] opens them at set dates. Due times are in the store, so timers
 * survive a restart.
 */
export function createTimers(parts: Pick<Dependencies, "store" | "clock" | "announce" | "ids">, log: Log) {
  const timers = new Map<string, NodeJS.Timeout>();
  let moving: Promise<void> = Promise.resolve();
  let isStopped = false;

  function set(sessionId: string, endsAt: number): void {
    if (isStopped) return;
    clearTimeout(timers.get(sessionId));
    const wait = Math.min(LONGEST, Math.max(0, endsAt - parts.clock()));
    timers.set(
      sessionId,
      setTimeout(() => ring(sessionId, endsAt), wait),
    );
  }

  function ring(sessionId: string, endsAt: number): void {
    // A timeout can fire a millisecond early or after its longest wait, and the clock can be set back. Then it is not due yet.
    if (parts.clock() < endsAt) {
      set(sessionId, endsAt);
      return;
    }
    timers.delete(sessionId);
    const moved = moveWhenDue(sessionId).catch((error) =>
      log.error({ err: error }, "a timer could not end its phase"),
    );
    moving = Promise.all([moving, moved]).then(() => undefined);
  }

  async function moveWhenDue(sessionId: string): Promise<void> {
    await moveOnTime(parts, sessionId);
    await moveOnDate(parts, sessionId);
    await changed(sessionId);
  }

  async function changed(sessionId: string): Promise<void> {
    clearTimeout(timers.get(sessionId));
    timers.delete(sessionId);
    const session = await parts.store.sessions.byId(sessionId);
    const due = session && nextDue(session);
    if (due) set(sessionId, due);
  }

  return {
    changed,
    async restore(): Promise<void> {
      for (const { id, read } of await parts.store.sessions.withTimer())
        try {
          const due = nextDue(read());
          if (due) set(id, due);
        } catch (error) {
          // Not the message, which may quote the row.
          const reason = error instanceof Error ? error.name : typeof error;
          log.error({ session: id, reason }, "a session can't be read, so its timer does not run");
        }
    },
    /** Resolves when no move is in progress. */
    stop(): Promise<void> {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      return moving;
    },
  };
}

/** When a timer or a set date moves a session next; null if none does. A timer that can't move it is left out, or it would stay due. */
function nextDue({ phase, settings, timerCloses, phaseEndsAt, schedule }: SessionRecord): number | null {
  const ends = timerCloses && phaseAfterTimer(phase, settings) !== null;
  const due = [ends ? phaseEndsAt : null, schedule?.dates[0]?.at ?? null].filter((at) => at !== null);
  return due.length === 0 ? null : Math.min(...due);
}
