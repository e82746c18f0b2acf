import { setTimeout as pause } from "node:timers/promises";
import { closingTime, isRehearsalOver, mayOpenNow } from "#debate/rules/after-lesson.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { canMove, canMoveOnDate, phaseAfterTimer, resultsPublic } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { scheduleAfter } from "#debate/rules/schedule.ts";
import { isRebuttal } from "#debate/rules/views.ts";
import { comeTo } from "#server/activities/index.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deleteSession } from "#server/sessions/moderate.ts";
import type { ChangedSession, SessionChange } from "#server/store/sessions/session-change.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** How long a move waits at most for earlier messages to be stored, in milliseconds. */
const ARRIVED_WITHIN = 200;

type Moving = Pick<Dependencies, "store" | "clock" | "announce" | "ids">;

/** Moves a session to another phase. `version`: the newest that the host has seen. */
export async function move(
  parts: Moving,
  sessionId: string,
  { to, version }: { to: Phase; version: number },
): Promise<Result<{ version: number }>> {
  const { store, clock, announce } = parts;
  await storeArrived(store, sessionId);
  const moved = await store.sessions.change(
    sessionId,
    (session) => {
      // [P7] A second tab or a double click must not move the class twice.
      if (version < session.phaseVersion || version > session.version) return refuse("stale");
      if (!canMove(session.phase, to, session.settings)) return refuse("wrong-phase");
      if (isTooEarly(session, to, clock()))
        return refuse("wrong-phase", "to: a day to a year after the session was closed");
      return accept(changesOnMove(session, to, clock()));
    },
    () => ({ at: clock(), actor: "host", kind: "phase", detail: to }),
  );
  if (!moved.ok) return moved;
  announce.timer(sessionId);
  await announceMove(parts, moved.value);
  return accept({ version: moved.value.version });
}

/** Ends a phase whose time is up, if the host asked for that and the phase has not changed. */
export async function moveOnTime(parts: Moving, sessionId: string): Promise<void> {
  const { store, clock } = parts;
  const now = clock();
  await storeArrived(store, sessionId);
  const moved = await store.sessions.change(
    sessionId,
    (session) => {
      const to = phaseAfterTimer(session.phase, session.settings);
      const isDue = session.timerCloses && session.phaseEndsAt !== null && session.phaseEndsAt <= now;
      if (!isDue || to === null) return refuse("stale");
      // [V13] Only a person can end a blank wall.
      return accept({
        ...changesOnMove(session, to, now),
        ...(session.onWall === "blank" && { onWall: "blank" }),
      });
    },
    ({ phase }) => ({ at: now, actor: "timer", kind: "phase", detail: phase }),
  );
  if (moved.ok) await announceMove(parts, moved.value);
}

/**
 * [P30] Moves a class whose set date has come. Decided in the transaction, so that of several servers, or after a restart, one does.
 * A date to which the class can't move any more is dropped.
 */
export async function moveOnDate(parts: Moving, sessionId: string): Promise<void> {
  const { store, clock } = parts;
  const now = clock();
  let missed: Phase | null = null;
  await storeArrived(store, sessionId);
  const moved = await store.sessions.change(
    sessionId,
    (session) => {
      const [due, ...dates] = session.schedule?.dates ?? [];
      if (!session.schedule || !due || due.at > now) return refuse("stale");
      const { phase, settings, schedule } = session;
      // [P34] Compare dates, not the late times of timers: else a class that was closed late could not vote a day after.
      const isOpen = canMoveOnDate(phase, due.phase, settings) && !isTooEarly(session, due.phase, due.at);
      missed = isOpen ? null : due.phase;
      if (!isOpen) return accept({ schedule: dates.length > 0 ? { ...schedule, dates } : null });
      // [V13] As by the timer.
      const keepsBlank = session.onWall === "blank" && { onWall: "blank" as const };
      return accept({ ...changesOnMove(session, due.phase, due.at), ...keepsBlank });
    },
    ({ phase }) => ({
      ...{ at: now, actor: "timer" },
      ...(missed ? { kind: "date-missed", detail: missed } : { kind: "phase", detail: phase }),
    }),
  );
  if (moved.ok) await announceMove(parts, moved.value);
}

async function announceMove(parts: Moving, session: ChangedSession): Promise<void> {
  const { store, announce } = parts;
  announce.changed(session.id, "now");
  for (const participantId of session.seats) announce.mine(participantId);
  // If this fails, phones read it with their next connection.
  for (const participantId of await comeTo(parts, session).catch(() => [])) announce.mine(participantId);
  endRehearsal({ store, announce }, session);
}

/** [P34] */
function isTooEarly(session: SessionRecord, to: Phase, now: number): boolean {
  return session.phase === "closed" && !mayOpenNow(to, session, now);
}

/**
 * [H3] Deletes a closed rehearsal. Not awaited, so that the host is answered before everyone is disconnected. If it fails, the server
 * that runs it tries again.
 */
function endRehearsal(parts: Pick<Moving, "store" | "announce">, session: SessionRecord): void {
  if (isRehearsalOver(session)) deleteSession(parts, session.id).catch(() => undefined);
}

// [P8] A move ends the timer and the reveal and clears the wall, so that nothing surprising stays on the projector.
function changesOnMove(
  { version, phase: from, onWall, closedAt, schedule, settings }: SessionRecord,
  phase: Phase,
  now: number,
): SessionChange {
  // A rebuttal stays on the wall between `reading` and `rebuttal`. Anything else, blank [V13] too, ends with the host's move.
  const keepsWall =
    isRebuttal(onWall) && [from, phase].every((each) => each === "reading" || each === "rebuttal");
  return {
    phase,
    phaseVersion: version + 1,
    phaseEndsAt: null,
    timerCloses: false,
    revealed: false,
    ...(!keepsWall && { onWall: null }),
    closedAt: closingTime({ phase: from, closedAt }, phase, now),
    schedule: scheduleAfter(schedule, phase, settings),
    ...reveal(from, phase, version + 1),
  };
}

/** [B2] [R18] A move that begins when this resolves is decided after the ballots, rebuttals and endorsements that arrived before. */
async function storeArrived({ ballots, rebuttals }: Moving["store"], sessionId: string): Promise<void> {
  const stored = Promise.all([ballots.beforeMove(sessionId), rebuttals.beforeMove(sessionId)]);
  await Promise.race([stored, pause(ARRIVED_WITHIN, undefined, { ref: false })]);
}

/** [V14] Closing opens the results; the next results after a vote begin covered. */
function reveal(
  from: Phase,
  to: Phase,
  version: number,
): Pick<SessionChange, "step" | "opened" | "resultsVersion"> {
  if (!resultsPublic(to)) return { step: null, opened: false };
  const counted = resultsPublic(from) ? {} : { resultsVersion: version };
  if (to === "closed") return { step: "open", opened: true, ...counted };
  return resultsPublic(from) ? {} : { step: "covered", ...counted };
}
