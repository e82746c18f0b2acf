import {
  CastBallot,
  EditRebuttal,
  EndorseRebuttal,
  Nothing,
  PostRebuttal,
  ReportRebuttal,
  SeenRebuttals,
  Sync,
  WithdrawRebuttal,
} from "#debate/protocol/messages.ts";
import { accept, refuse } from "#debate/rules/result.ts";
import type { Log } from "#server/platform/failures.ts";
import { cast } from "#server/sessions/cast.ts";
import { askForTime } from "#server/sessions/controls.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { withdrawOwn } from "#server/sessions/erase.ts";
import { edit, endorse, rebut, report, seen } from "#server/sessions/rebut.ts";
import type { Seat } from "#server/sessions/seat.ts";
import { mine, snapshotOf } from "#server/sessions/snapshot.ts";
import { studentUses } from "#server/sockets/activity-messages.ts";
import { answer, synced } from "#server/sockets/handler.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** What a student may say. */
export function studentMessages(parts: Dependencies, log: Log) {
  return {
    sync: answer(
      Sync,
      async ({ after }, { sessionId, participantId, session: known }: Seat & { session?: SessionRecord }) => {
        const session = known ?? (await parts.store.sessions.byId(sessionId));
        if (!session) return refuse("not-found");
        const room = await parts.store.sessions.phoneRoom(session);
        const snapshot = await snapshotOf(parts, room, { role: "student", participantId }, after);
        if (after) return accept(synced(snapshot));
        const you = await mine(parts, room, participantId);
        return you ? accept({ ...synced(snapshot), you }) : refuse("not-found");
      },
      log,
    ),
    "ballot:cast": answer(CastBallot, (ballot, seat: Seat) => cast(parts, seat, ballot), log),
    "rebuttal:post": answer(PostRebuttal, (rebuttal, seat: Seat) => rebut(parts, seat, rebuttal), log),
    "rebuttal:edit": answer(EditRebuttal, (change, seat: Seat) => edit(parts, seat, change), log),
    "rebuttal:withdraw": answer(
      WithdrawRebuttal,
      ({ rebuttalId }, seat: Seat) => withdrawOwn(parts, seat, rebuttalId),
      log,
    ),
    "rebuttal:endorse": answer(
      EndorseRebuttal,
      (endorsement, seat: Seat) => endorse(parts, seat, endorsement),
      log,
    ),
    "rebuttal:report": answer(ReportRebuttal, (reported, seat: Seat) => report(parts, seat, reported), log),
    "time:ask": answer(Nothing, (_, seat: Seat) => askForTime(parts, seat), log),
    "rebuttal:seen": answer(SeenRebuttals, ({ ids }, seat: Seat) => seen(parts, seat, ids), log),
    ...studentUses(parts, log),
  };
}
