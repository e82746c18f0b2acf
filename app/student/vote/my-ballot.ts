import type { BallotPayload, Waiting } from "#app/student/offline/outbox.ts";
import { isSameBallot } from "#debate/rules/ballots.ts";
import type { Round } from "#debate/rules/choices.ts";
import type { Mine, MyBallot } from "#debate/rules/snapshot.ts";

/** My ballot of one round as I last gave it, and how far it has come. */
export type BallotView = {
  ballot: MyBallot | null;
  /** The choice is stored; what was added to it may still be on its way. */
  isCounted: boolean;
  /** Everything is stored. */
  isSaved: boolean;
  /** A ballot that came too late or was not allowed. */
  refused: Waiting | null;
};

export function viewOfBallot(round: Round, you: Mine, waiting: readonly Waiting[]): BallotView {
  const stored = you.ballots[round] ?? null;
  const mine = waiting.filter((item) => item.name === "ballot:cast" && item.payload.round === round);
  const onItsWay = mine.find((item) => !item.refused) ?? null;
  const ballot = onItsWay ? (onItsWay.payload as BallotPayload) : stored;
  return {
    ballot,
    isCounted: stored !== null && ballot?.choice === stored.choice,
    isSaved: onItsWay === null && stored !== null,
    refused: mine.find((item) => item.refused) ?? null,
  };
}

/** What goes over the wire: nothing empty, nothing that only the screen needs. */
export function trimmedBallot({ reason, credit, castAt: _at, ...ballot }: BallotPayload): BallotPayload {
  const said = reason?.trim();
  const why = credit?.why?.trim();
  const { why: _why, ...rest } = credit ?? {};
  const names = credit?.rebuttalId !== undefined || credit?.paragraph !== undefined;
  return {
    ...ballot,
    ...(said && { reason: said }),
    ...(names && { credit: { ...rest, ...(why && { why }) } }),
  };
}

/** [B7] Whether a stored ballot is what this one asks for, or was cast later, on another device. */
export function isSuperseded(ballot: BallotPayload, stored: MyBallot): boolean {
  return isSameBallot(trimmedBallot(ballot), stored) || (ballot.castAt ?? 0) <= (stored.castAt ?? 0);
}

/** The same as stored after the server has confirmed it. */
export function storedBallot({ round: _round, ...ballot }: BallotPayload): MyBallot {
  return ballot;
}
