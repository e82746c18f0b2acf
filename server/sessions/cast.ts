import type { BallotIntent } from "#debate/rules/ballots.ts";
import { type Result, refuse } from "#debate/rules/result.ts";
import type { Parts } from "#server/sessions/parts.ts";

/** A student in a session; `socketId` names the device that speaks, if it speaks through a socket. */
export type Seat = { sessionId: string; participantId: string; socketId?: string };

/** Stores a ballot; a success means that it is on disk. */
export async function cast(
  { store, clock, announce }: Parts,
  { sessionId, participantId, socketId }: Seat,
  ballot: BallotIntent,
): Promise<Result<{ seq: number }>> {
  const paragraph = ballot.credit?.paragraph;
  if (paragraph) {
    const { positions } = await store.sessions.debateOf(sessionId);
    const position = positions.find(({ side }) => side === paragraph.side);
    if (!position?.paragraphs.some(({ n }) => n === paragraph.n))
      return refuse("not-found", "credit.paragraph");
  }
  const stored = await store.ballots.cast({ sessionId, participantId, ballot, at: clock() });
  if (stored.ok) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return stored;
}
