import { textsIn } from "#debate/counting/words.ts";
import { personFor } from "#debate/rules/identity.ts";
import { ownFileOfActivities, ownSeatOfActivities } from "#server/activities/index.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { ownMarks } from "#server/sessions/marks/marks.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [G1] Everything stored about a seat, for its student; null if there is no such seat. */
export async function ownData(
  parts: Pick<Dependencies, "store" | "ids">,
  session: SessionRecord,
  participantId: string,
) {
  const { store, ids } = parts;
  const seat = await store.participants.everythingOf(participantId);
  if (seat?.sessionId !== session.id) return null;
  const ballots = (await store.ballots.ofParticipant(participantId)) ?? [];
  const picks = new Set(await store.picks.ofSession(session.id));
  const { resolution } = await store.sessions.debateOf(session.id);
  return {
    session: { code: session.code, resolution, identity: session.settings.identity },
    seat: {
      name: "",
      realName: null,
      ...personFor("self", session.settings.identity, seat),
      joinedAt: time(seat.joinedAt),
      removedAt: seat.removedAt && time(seat.removedAt),
      wordsDeletedAt: seat.wordsDeletedAt && time(seat.wordsDeletedAt),
      ...(await ownSeatOfActivities(parts, participantId)),
      withdrawn: seat.withdrawn,
    },
    ballots: ballots.map(({ participantId: _, castAt, ...ballot }) => ({ ...ballot, castAt: time(castAt) })),
    rebuttals: seat.rebuttals.map(
      ({ participantId: _, sessionId: _session, changed: _changed, at, editedAt, ...rebuttal }) => ({
        ...rebuttal,
        at: time(at),
        ...(editedAt !== undefined && { editedAt: time(editedAt) }),
      }),
    ),
    endorsed: seat.endorsed,
    endorsedAt: seat.endorsedAt.map(({ at, ...endorsement }) => ({ ...endorsement, at: time(at) })),
    reports: seat.reports.map(({ at, ...report }) => ({ ...report, at: time(at) })),
    shown: seat.shown,
    // [V18] Which of the words above the host lets the class see.
    picked: ballots.flatMap((ballot) =>
      textsIn(ballot.reason, ballot.credit?.why)
        .filter(({ kind, text }) => picks.has(ids.ofWords(ballot, kind, text)))
        .map(({ kind }) => ({ round: ballot.round, kind })),
    ),
    // [Q22] Null before they are released.
    marks: await ownMarks(parts, participantId),
    // [Q52] Null in an anonymous session, which keeps nothing of a platform [Q53].
    platform: await platformOf(parts, participantId),
    ...(await ownFileOfActivities(parts, participantId)),
  };
}

async function platformOf({ store }: Pick<Dependencies, "store">, participantId: string) {
  const held = await store.platformPeople.ofSeat(participantId);
  return held && { ...held, gradedAt: held.gradedAt === null ? null : time(held.gradedAt) };
}

function time(at: number): string {
  return new Date(at).toISOString();
}
