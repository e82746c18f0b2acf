import { createElement } from "react";
import { expect, test } from "vitest";
import { startingState } from "#app/live/live-state.ts";
import { AskForTime } from "#app/student/AskForTime.tsx";
import { type Seat, SeatContext } from "#app/student/join/seat.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import { markupOf } from "#tests/support/markup.tsx";

test("[P10] [F2] what became of asking for more time stands where a screen reader hears it", () => {
  const snapshot: Snapshot = {
    ...{ version: 1, phase: "reading", locked: false, joined: 3, phaseEndsAt: 60_000 },
    turnout: { round: "before", voted: 3 },
  };
  const value = { state: startingState({ snapshot, rebuttals: [], cursor: 0, now: 0 }) };
  const ask = createElement(AskForTime);
  const markup = markupOf(
    createElement(SeatContext.Provider, { value: value as Partial<Seat> as Seat }, ask),
  );
  expect(markup).toMatch(/<p role="status"[^>]*>Your instructor sees that someone needs more time/u);
});
