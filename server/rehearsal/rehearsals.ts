import { isRehearsalOver } from "#debate/rules/after-lesson.ts";
import { type Result, refuse } from "#debate/rules/result.ts";
import { type Log, SessionGone } from "#server/platform/failures.ts";
import { createSimulatedClass, type SimulatedClass } from "#server/rehearsal/simulated-class.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deleteSession } from "#server/sessions/moderate.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** In milliseconds. */
const TICK = 250;
/** [H2] For all simulated students of a server: 40 a second. */
const ACTIONS_A_TICK = 10;
/** Actions that may wait to be stored: exposures and endorsements take up to ten seconds. */
const MAX_PENDING = 400;
/** [H2] Students pause while the event loop is later than this, in milliseconds. */
const MAX_DELAY = 50;
/** [H2] */
const MAX_REHEARSALS = 10;

export type Rehearsals = ReturnType<typeof createRehearsals>;

/** [H1] Plays the students of the rehearsals that were opened on this server. */
export function createRehearsals(parts: Dependencies, log: Log) {
  /** By host, who has one at a time [H3]. */
  const classes = new Map<string, SimulatedClass>();
  const opening = new Set<string>();
  /** Closed, but not deleted yet. */
  const remaining = new WeakSet<SimulatedClass>();
  let timer: NodeJS.Timeout | undefined;
  let ticking = Promise.resolve();
  /** Ticks don't wait for these: exposures are stored seconds later [R18]. */
  const pending = new Set<Promise<unknown>>();

  function schedule(): void {
    if (timer || classes.size === 0) return;
    const expected = performance.now() + TICK;
    timer = setTimeout(() => {
      ticking = tick(performance.now() - expected > MAX_DELAY).finally(() => {
        timer = undefined;
        schedule();
      });
    }, TICK);
    timer.unref();
  }

  async function tick(isLate: boolean): Promise<void> {
    for (const [hostId, playing] of [...classes]) {
      const session = await parts.store.sessions.byId(playing.sessionId).catch(() => undefined);
      // The database can't be read just now.
      if (session === undefined) return;
      if (session !== null && !isRehearsalOver(session)) await playing.follow(session).catch(report);
      else if (session === null || (await isDeleted(playing))) end(hostId, playing);
    }
    if (!isLate) for (const act of dueInTurns()) start(act);
  }

  function start(act: () => Promise<unknown>): void {
    const done = act()
      .catch(report)
      .finally(() => pending.delete(done));
    pending.add(done);
  }

  /** [H3] Closing deletes it; if that failed, each tick tries again, and the first failure is logged. */
  async function isDeleted(playing: SimulatedClass): Promise<boolean> {
    try {
      await deleteSession(parts, playing.sessionId);
      return true;
    } catch (error) {
      if (!remaining.has(playing)) report(error);
      remaining.add(playing);
      return false;
    }
  }

  function end(hostId: string, playing: SimulatedClass): void {
    // The host may have opened another one meanwhile.
    if (classes.get(hostId) === playing) classes.delete(hostId);
  }

  /** [H2] One action of each class in turn. */
  function dueInTurns(): ReturnType<SimulatedClass["due"]> {
    const most = Math.min(ACTIONS_A_TICK, MAX_PENDING - pending.size);
    const acts: ReturnType<SimulatedClass["due"]> = [];
    let waiting = [...classes.values()].filter((playing) => !remaining.has(playing));
    while (waiting.length > 0) {
      waiting = waiting.filter((playing) => {
        const next = acts.length < most ? playing.due(1) : [];
        acts.push(...next);
        return next.length > 0;
      });
    }
    return acts;
  }

  function report(error: unknown): void {
    if (!(error instanceof SessionGone)) log.error({ err: error }, "a rehearsal failed");
  }

  return {
    /** [H2] Opens a rehearsal if there is room, which is reserved before anything is awaited. [H3] It replaces the host's own. */
    async open(hostId: string, open: () => Promise<Result<SessionRecord>>): Promise<Result<SessionRecord>> {
      const hosts = new Set([...classes.keys(), ...opening, hostId]);
      if (opening.has(hostId) || hosts.size > MAX_REHEARSALS) return refuse("busy");
      opening.add(hostId);
      try {
        const opened = await open();
        if (!opened.ok) return opened;
        const debate = await parts.store.sessions.debateOf(opened.value.id);
        classes.set(hostId, createSimulatedClass(parts, opened.value, debate));
        schedule();
        return opened;
      } finally {
        opening.delete(hostId);
      }
    },

    async stop(): Promise<void> {
      classes.clear();
      clearTimeout(timer);
      await ticking;
      await Promise.all(pending);
      clearTimeout(timer);
    },
  };
}
