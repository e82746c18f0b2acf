import {
  ApproveFirst,
  KeepResults,
  LockDoor,
  Moderate,
  MovePhase,
  Nothing,
  RemoveParticipant,
  Reveal,
  SetTimer,
  ShowOnWall,
  Spotlight,
  Undo,
} from "#debate/protocol/messages.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import { accept, refuse } from "#debate/rules/result.ts";
import type { Log } from "#server/failures.ts";
import type { Rooms } from "#server/live/rooms.ts";
import { readLog } from "#server/sessions/log.ts";
import { roster } from "#server/sessions/look.ts";
import { moderate, removeParticipant, restoreParticipant, undo } from "#server/sessions/moderate.ts";
import { move } from "#server/sessions/move.ts";
import type { Parts } from "#server/sessions/parts.ts";
import { approveFirst, keepResults, lock, reveal, setTimer, showOnWall } from "#server/sessions/steer.ts";
import { answer } from "#server/sockets/answer.ts";

/** What is said from the control room; what of it an assistant may say is decided before it gets here. */
export function hostMessages(
  parts: Parts,
  rooms: Rooms,
  { sessionId, role }: { sessionId: string; role: Actor },
  log: Log,
) {
  const place = { sessionId, actor: role };
  return {
    sync: answer(
      Nothing,
      async () => {
        const session = await parts.store.sessions.byId(sessionId);
        const look = await rooms.look(sessionId, { role });
        if (!session || !look) return refuse("not-found");
        const seats = await roster(parts, session, await rooms.present(sessionId), role);
        return accept({
          session: look.snapshot,
          rebuttals: look.rebuttals,
          cursor: look.cursor,
          now: look.now,
          roster: seats,
          log: await readLog(parts, session),
        });
      },
      log,
    ),
    "host:phase": answer(MovePhase, (to) => move(parts, sessionId, to), log),
    "host:timer": answer(SetTimer, (timer) => setTimer(parts, sessionId, timer), log),
    "host:moderate": answer(Moderate, (decision) => moderate(parts, place, decision), log),
    "host:remove": answer(
      RemoveParticipant,
      ({ participantId }) => removeParticipant(parts, place, participantId),
      log,
    ),
    "host:restore": answer(
      RemoveParticipant,
      ({ participantId }) => restoreParticipant(parts, place, participantId),
      log,
    ),
    "host:undo": answer(Undo, ({ entry }) => undo(parts, place, entry), log),
    "host:lock": answer(LockDoor, ({ locked }) => lock(parts, sessionId, locked), log),
    "host:reveal": answer(Reveal, ({ on }) => reveal(parts, sessionId, on), log),
    "host:spotlight": answer(
      Spotlight,
      ({ rebuttalId }) => showOnWall(parts, sessionId, rebuttalId === null ? null : { rebuttalId }, role),
      log,
    ),
    "host:wall": answer(ShowOnWall, ({ show }) => showOnWall(parts, sessionId, show, role), log),
    "host:approve-first": answer(ApproveFirst, ({ on }) => approveFirst(parts, sessionId, on, role), log),
    "host:results": answer(KeepResults, ({ kept }) => keepResults(parts, sessionId, kept), log),
  };
}
