import type { BallotIntent } from "#debate/rules/ballots.ts";
import { type Result, refuse } from "#debate/rules/result.ts";
import type { Parts } from "#server/sessions/parts.ts";

/** A student in a session; `socketId` names the device that speaks, if it speaks through a socket. */
export type Seat = { sessionId: string; participantId: string; socketId?: string };

/** Stores a ballot; a success means that it is on disk. */
export function cast(parts: Parts, seat: Seat, ballot: BallotIntent): Promise<Result<{ seq: number }>> {
  return ballot.credit?.paragraph ? castWithParagraph(parts, seat, ballot) : store(parts, seat, ballot);
}

async function castWithParagraph(parts: Parts, seat: Seat, ballot: BallotIntent) {
  const { positions } = await parts.store.sessions.debateOf(seat.sessionId);
  const { side, n } = ballot.credit?.paragraph ?? {};
  const position = positions.find((each) => each.side === side);
  if (!position?.paragraphs.some((paragraph) => paragraph.n === n))
    return refuse("not-found", "credit.paragraph");
  return store(parts, seat, ballot);
}

function store({ store, clock }: Parts, { sessionId, participantId, socketId }: Seat, ballot: BallotIntent) {
  return store.ballots.cast({ sessionId, participantId, socketId, ballot, at: clock() });
}
