import { personFor } from "#debate/rules/identity.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** [G1] Everything stored about a seat, for its student; null if there is no such seat. */
export async function ownData(
  { store }: Pick<Dependencies, "store">,
  session: SessionRecord,
  participantId: string,
) {
  const seat = await store.participants.everythingOf(participantId);
  if (seat?.sessionId !== session.id) return null;
  const ballots = (await store.ballots.ofParticipant(participantId)) ?? [];
  const { resolution } = await store.sessions.debateOf(session.id);
  return {
    session: { code: session.code, resolution, identity: session.settings.identity },
    seat: {
      name: "",
      realName: null,
      ...personFor("ownFile", session.settings.identity, seat),
      joinedAt: time(seat.joinedAt),
      removedAt: seat.removedAt && time(seat.removedAt),
      wordsDeletedAt: seat.wordsDeletedAt && time(seat.wordsDeletedAt),
    },
    ballots: ballots.map(({ participantId: _, castAt, ...ballot }) => ({ ...ballot, castAt: time(castAt) })),
    rebuttals: seat.rebuttals.map(
      ({ participantId: _, sessionId: _session, changed: _changed, at, ...rebuttal }) => ({
        ...rebuttal,
        at: time(at),
      }),
    ),
    endorsed: seat.endorsed,
    endorsedAt: seat.endorsedAt.map(({ at, ...endorsement }) => ({ ...endorsement, at: time(at) })),
    reports: seat.reports.map(({ at, ...report }) => ({ ...report, at: time(at) })),
    shown: seat.shown,
    guess: seat.guess,
  };
}

function time(at: number): string {
  return new Date(at).toISOString();
}
