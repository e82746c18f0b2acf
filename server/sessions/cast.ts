import { type BallotIntent, isSameBallot } from "#debate/rules/ballots.ts";
import type { Round } from "#debate/rules/choices.ts";
import { type Result, refuse } from "#debate/rules/result.ts";
import { mayVote } from "#server/activities/index.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** How often a tap is retried if others are faster. */
const TRIES = 5;

/** Stores a ballot; a success means that it is on disk. */
export function cast(
  parts: Dependencies,
  seat: Seat,
  ballot: BallotIntent,
): Promise<Result<{ seq: number }>> {
  const { paragraph, rebuttalId } = ballot.credit ?? {};
  if (paragraph) return castWithParagraph(parts, seat, ballot);
  return rebuttalId === undefined
    ? store(parts, seat, ballot)
    : castWithRebuttal(parts, seat, ballot, rebuttalId);
}

async function castWithRebuttal(parts: Dependencies, seat: Seat, ballot: BallotIntent, credited: string) {
  const answered = await store(parts, seat, ballot);
  if (answered.ok || answered.code !== "not-found") return answered;
  // [C4] A credit to a deleted rebuttal doesn't block the vote, and its words stay.
  const deleted = await parts.store.rebuttals.withdrawnSince(seat.sessionId, 0);
  if (!deleted.includes(credited)) return answered;
  const { rebuttalId: _, ...credit } = ballot.credit ?? {};
  return store(parts, seat, { ...ballot, credit });
}

/**
 * [B8] Stores the vote of a plain form, whose taps all send the same counter, and which must keep what a page with scripts added
 * to the vote.
 */
export async function castByForm(
  parts: Dependencies,
  seat: Seat,
  tapped: BallotIntent,
  tries = TRIES,
): Promise<Result<{ seq: number }>> {
  const before = await storedBallot(parts, seat, tapped.round);
  const ballot: BallotIntent = { ...added(before), ...tapped };
  if (before) ballot.seq = isSameBallot(before, ballot) ? before.seq : Math.max(tapped.seq, before.seq + 1);
  const answered = await cast(parts, seat, ballot);
  if (!answered.ok || tries === 1) return answered;
  // [B3] Of two votes with the same counter one was left out.
  const after = await storedBallot(parts, seat, tapped.round);
  const isLeftOut = after?.seq === ballot.seq && !isSameBallot(after, ballot);
  return isLeftOut ? castByForm(parts, seat, tapped, tries - 1) : answered;
}

async function storedBallot({ store }: Dependencies, { participantId }: Seat, round: Round) {
  return (await store.ballots.ofParticipant(participantId))?.find((ballot) => ballot.round === round);
}

function added(ballot: Omit<BallotIntent, "round" | "choice" | "seq"> | undefined) {
  const { confidence, reason, credit, outlook, control } = ballot ?? {};
  return { confidence, reason, credit, outlook, control };
}

async function castWithParagraph(parts: Dependencies, seat: Seat, ballot: BallotIntent) {
  const { positions } = await parts.store.sessions.debateOf(seat.sessionId);
  const { side, n } = ballot.credit?.paragraph ?? {};
  const position = positions.find((each) => each.side === side);
  if (!position?.paragraphs.some((paragraph) => paragraph.n === n))
    return refuse("not-found", "credit.paragraph");
  return store(parts, seat, ballot);
}

async function store(parts: Dependencies, seat: Seat, ballot: BallotIntent) {
  const admitted = await mayVote(parts, seat, ballot.round);
  if (!admitted.ok) return admitted;
  const { store, clock } = parts;
  const { sessionId, participantId, socketId } = seat;
  return store.ballots.cast({ sessionId, participantId, socketId, ballot, at: clock() });
}
