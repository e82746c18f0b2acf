"use client";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import type { BallotPayload } from "#app/student/offline/outbox.ts";
import { type BallotView, viewOfBallot } from "#app/student/vote/my-ballot.ts";
import type { Round } from "#debate/rules/choices.ts";

/** While a student types, the ballot is sent this long after the last letter, in milliseconds. */
export const TYPING = 900;

type Cast = (change: Partial<Omit<BallotPayload, "round" | "seq" | "castAt">>, delay?: number) => void;

/** My ballot of a round, and a way to change any part of it: every change is a whole new ballot. */
export function useBallot(round: Round): BallotView & { cast: Cast } {
  const { live, desk, you } = useSeat();
  const waiting = useWaiting();
  const view = viewOfBallot(round, you, waiting);
  const cast: Cast = (change, delay) => {
    const { ballot } = view;
    const choice = change.choice ?? ballot?.choice;
    if (!choice) return;
    const seq = desk.sequence.next(round, you.ballots[round]?.seq ?? 0);
    const payload = { ...ballot, ...change, round, choice, seq, castAt: live.now() };
    desk.outbox.put({ name: "ballot:cast", payload }, delay);
  };
  return { ...view, cast };
}
