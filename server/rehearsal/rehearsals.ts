import { type Log, SessionGone } from "#server/platform/failures.ts";
import { createSimulatedClass, type SimulatedClass } from "#server/rehearsal/simulated-class.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deleteSession } from "#server/sessions/moderate.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** Between two looks at the rehearsals, in milliseconds. */
const TICK = 250;
/** [H2] What all simulated students of a server may do together in a tick: 40 a second. */
const DEEDS = 10;
/** [H2] While the event loop is so late, in milliseconds, they do nothing. */
const LATE = 50;
/** [H2] Rehearsals at a time on a server. */
const MOST = 10;

export type Rehearsals = ReturnType<typeof createRehearsals>;

/** [H1] Plays the students of the rehearsals that were opened on this server. */
export function createRehearsals(parts: Dependencies, log: Log) {
  const classes = new Map<string, SimulatedClass>();
  let timer: NodeJS.Timeout | undefined;
  let ticking = Promise.resolve();

  function schedule(): void {
    if (timer || classes.size === 0) return;
    const expected = performance.now() + TICK;
    timer = setTimeout(() => {
      ticking = tick(performance.now() - expected > LATE).finally(() => {
        timer = undefined;
        schedule();
      });
    }, TICK);
    timer.unref();
  }

  async function tick(isLate: boolean): Promise<void> {
    const share = Math.ceil(DEEDS / classes.size);
    for (const playing of [...classes.values()]) {
      const session = await parts.store.sessions.byId(playing.sessionId).catch(() => undefined);
      // The database can't be read just now.
      if (session === undefined) return;
      if (session === null || session.phase === "closed") {
        classes.delete(playing.sessionId);
        // [H3] It has ended.
        if (session) await deleteSession(parts, session.id).catch(report);
        continue;
      }
      await playing.follow(session).catch(report);
      if (isLate) continue;
      await Promise.all(playing.due(share).map((act) => act().catch(report)));
    }
  }

  function report(error: unknown): void {
    if (!(error instanceof SessionGone)) log.error({ err: error }, "a rehearsal failed");
  }

  return {
    isFull: () => classes.size >= MOST,

    async begin(session: SessionRecord): Promise<void> {
      const debate = await parts.store.sessions.debateOf(session.id);
      classes.set(session.id, createSimulatedClass(parts, session, debate));
      schedule();
    },

    /** Resolves when the students do nothing more. */
    async stop(): Promise<void> {
      classes.clear();
      clearTimeout(timer);
      await ticking;
      clearTimeout(timer);
    },
  };
}
