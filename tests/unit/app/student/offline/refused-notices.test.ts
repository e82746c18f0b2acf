import { createElement } from "react";
import { expect, test } from "vitest";
import { startingState } from "#app/live/live-state.ts";
import { Seated } from "#app/student/join/Seated.tsx";
import type { Seat } from "#app/student/join/seat.ts";
import type { Desk } from "#app/student/offline/desk.ts";
import type { BallotPayload, Waiting } from "#app/student/offline/outbox.ts";
import { RefusedNotices } from "#app/student/offline/RefusedNotices.tsx";
import { steelmanDrafts } from "#app/student/steelman/steelman-draft.ts";
import type { MyBallot } from "#debate/rules/snapshot.ts";
import { wordsOf } from "#tests/support/markup.tsx";

/** What a phone says of a ballot that came when the vote had closed. */
function late(payload: Omit<BallotPayload, "round" | "seq">, stored?: MyBallot): string {
  const seat = {
    state: startingState({
      snapshot: {
        ...{ version: 1, phase: "reading", locked: false, joined: 3 },
        turnout: { round: "before", voted: 3 },
      },
      ...{ rebuttals: [], cursor: 0, now: 0 },
    }),
    you: {
      ...{ participantId: "me", name: "Me", endorsed: [], posted: [], reported: [] },
      ballots: stored ? { before: stored } : {},
    },
    desk: { steelman: steelmanDrafts("steelman") } as Partial<Desk> as Desk,
  } as Partial<Seat> as Seat;
  const waiting: Waiting = {
    ...{ name: "ballot:cast", stamp: "one", refused: "wrong-phase" },
    payload: { round: "before", seq: 3, ...payload },
  };
  return wordsOf(
    createElement(
      Seated,
      { seat, shown: { view: "read", place: null }, waiting: [waiting] },
      createElement(RefusedNotices, { refused: null }),
    ),
  );
}

test("[B1] [W4] a reason that was not finished when the vote closed is shown, and the vote is not said to be lost", () => {
  const words = late(
    { choice: "for", reason: "Because of the sea" },
    { choice: "for", seq: 2, reason: "Because" },
  );
  expect(words).toContain("What you added to your vote wasn’t saved");
  expect(words).toContain("Your vote, For, counts.");
  expect(words).toContain("Because of the sea");
  expect(words).not.toContain("wasn’t counted");
});

test("[B1] a vote that was changed too late says which one stands", () => {
  const words = late({ choice: "for" }, { choice: "against", seq: 2 });
  expect(words).toContain("Your vote For wasn’t counted");
  expect(words).toContain("Your earlier vote, Against, stands.");
  expect(late({ choice: "for" })).toContain("You have no vote in that round.");
});
