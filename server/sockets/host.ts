import {
  ApproveFirst,
  KeepResults,
  LockJoining,
  MergeRebuttal,
  Moderate,
  MovePhase,
  ReadLog,
  RemoveParticipants,
  Reveal,
  SetTimer,
  SetWallAppearance,
  ShowOnWall,
  ShowStep,
  Sync,
  Undo,
} from "#debate/protocol/messages.ts";
import { SetDates } from "#debate/protocol/phase-messages.ts";
import { accept, refuse } from "#debate/rules/result.ts";
import type { Host } from "#server/activities/activity-use.ts";
import type { Rooms } from "#server/live/rooms.ts";
import type { Log } from "#server/platform/failures.ts";
import {
  approveFirst,
  keepResults,
  lock,
  reveal,
  setTimer,
  setWallAppearance,
  showOnWall,
} from "#server/sessions/controls.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { hideWords, merge, moderate, removeParticipants, undo } from "#server/sessions/moderate.ts";
import { move } from "#server/sessions/move.ts";
import { readLog } from "#server/sessions/read-log.ts";
import { setDates } from "#server/sessions/schedule.ts";
import { roster } from "#server/sessions/snapshot.ts";
import { showStep } from "#server/sessions/step.ts";
import { hostUses } from "#server/sockets/activity-messages.ts";
import { answer, synced } from "#server/sockets/handler.ts";
import { readOf } from "#server/store/sessions/rebuttal-editions.ts";

const placeOf = ({ sessionId, role }: Host) => ({ sessionId, actor: role });

/** Messages from the control room. Which of them an assistant may send is checked before they get here. */
export function hostMessages(parts: Dependencies, rooms: Rooms, log: Log) {
  return {
    sync: answer(
      Sync,
      async ({ after }, { sessionId, role }: Host) => {
        const session = await parts.store.sessions.byId(sessionId);
        const snapshot = await rooms.snapshot(sessionId, { role }, after);
        if (!session || !snapshot) return refuse("not-found");
        if (after) return accept(synced(snapshot));
        const seats = await roster(parts, session, await rooms.present(sessionId), role);
        return accept({ ...synced(snapshot), roster: seats, log: await readLog(parts, session, role) });
      },
      log,
    ),
    "host:phase": answer(MovePhase, (to, { sessionId }: Host) => move(parts, sessionId, to), log),
    "host:step": answer(ShowStep, (to, { sessionId }: Host) => showStep(parts, sessionId, to), log),
    "host:timer": answer(SetTimer, (timer, { sessionId }: Host) => setTimer(parts, sessionId, timer), log),
    "host:moderate": answer(
      Moderate,
      ({ rebuttalIds, participantIds = [], action, editions }, speaker: Host) => {
        const place = placeOf(speaker);
        if (rebuttalIds) return moderate(parts, place, readOf(rebuttalIds, editions), action);
        return hideWords(parts, place, participantIds);
      },
      log,
    ),
    "host:merge": answer(
      MergeRebuttal,
      (merging, speaker: Host) => merge(parts, placeOf(speaker), merging),
      log,
    ),
    "host:remove": answer(
      RemoveParticipants,
      ({ participantIds }, speaker: Host) => removeParticipants(parts, placeOf(speaker), participantIds),
      log,
    ),
    "host:undo": answer(Undo, ({ entries }, speaker: Host) => undo(parts, placeOf(speaker), entries), log),
    "host:log": answer(
      ReadLog,
      async ({ before }, { sessionId, role }: Host) => {
        const session = await parts.store.sessions.byId(sessionId);
        return session ? accept({ log: await readLog(parts, session, role, before) }) : refuse("not-found");
      },
      log,
    ),
    "host:lock": answer(
      LockJoining,
      ({ locked }, { sessionId }: Host) => lock(parts, sessionId, locked),
      log,
    ),
    "host:reveal": answer(Reveal, ({ on }, { sessionId }: Host) => reveal(parts, sessionId, on), log),
    "host:wall": answer(
      ShowOnWall,
      ({ show, ...read }, { sessionId, role }: Host) => showOnWall(parts, sessionId, show, role, read),
      log,
    ),
    "host:wall-look": answer(
      SetWallAppearance,
      (appearance, { sessionId, role }: Host) => setWallAppearance(parts, sessionId, appearance, role),
      log,
    ),
    "host:approve-first": answer(
      ApproveFirst,
      ({ on }, { sessionId, role }: Host) => approveFirst(parts, sessionId, on, role),
      log,
    ),
    "host:dates": answer(SetDates, (dates, { sessionId }: Host) => setDates(parts, sessionId, dates), log),
    "host:results": answer(
      KeepResults,
      ({ kept }, { sessionId }: Host) => keepResults(parts, sessionId, kept),
      log,
    ),
    ...hostUses({ ...parts, present: rooms.present }, log),
  };
}
