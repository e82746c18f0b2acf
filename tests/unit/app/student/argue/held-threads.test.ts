import { createElement } from "react";
import { expect, test } from "vitest";
import { startingState } from "#app/live/live-state.ts";
import { useHeldThreads } from "#app/student/argue/use-held-threads.ts";
import { type Seat, SeatContext } from "#app/student/join/seat.ts";
import { NO_FILTER } from "#debate/rules/rebuttal-filter.ts";
import type { Order } from "#debate/rules/rebuttal-order.ts";
import type { Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";
import { wordsOf } from "#tests/support/markup.tsx";

const snapshot: Snapshot = {
  ...{ version: 1, phase: "rebuttal", locked: false, joined: 3 },
  turnout: { round: "before", voted: 3 },
};
const rebuttal = (id: string, rank: number, more: Partial<Rebuttal> = {}): Rebuttal => ({
  ...{ id, rank, at: rank, side: "for", body: id, endorsements: 0, status: "published" },
  ...more,
});

const MINE = { ...NO_FILTER, mine: true };

function Listed({ order }: { order: Order }) {
  const { list } = useHeldThreads(order, MINE);
  return list.map(({ id }) => id).join(" ");
}

/** The ids that a phone lists under "Mine and replies to me". */
function mine(order: Order, rebuttals: Rebuttal[], posted: string[]): string[] {
  const seat = {
    state: startingState({ snapshot, rebuttals, cursor: 0, now: 0 }),
    you: { participantId: "me", name: "Me", ballots: {}, endorsed: [], posted, reported: [] },
  } as Partial<Seat> as Seat;
  return wordsOf(
    createElement(SeatContext.Provider, { value: seat }, createElement(Listed, { order })),
  ).split(" ");
}

test("[R27] [K6] among my own and the replies to me, the unanswered ones are also replies to an answered one of mine", () => {
  const all = [
    rebuttal("mine", 1, { by: "you" }),
    rebuttal("to-me", 2, { replyTo: "mine" }),
    rebuttal("elsewhere", 3),
    rebuttal("mine-unanswered", 4, { by: "you" }),
  ];
  const posted = ["mine", "mine-unanswered"];
  expect(mine("unanswered", all, posted)).toEqual(["to-me", "mine-unanswered"]);
  expect(mine("best", all, posted)).toEqual(["mine", "to-me", "mine-unanswered"]);
});

test("[R27] [R30] [R32] what stands for a merged one of mine is found as my own, with the replies to it", () => {
  const all = [
    rebuttal("head", 1),
    rebuttal("mine", 2, { by: "you", status: "hidden", downWith: "merged", mergedInto: "head" }),
    rebuttal("to-head", 3, { replyTo: "head" }),
    rebuttal("elsewhere", 4),
  ];
  expect(mine("best", all, ["mine"])).toEqual(["head", "to-head"]);
  expect(mine("unanswered", all, ["mine"])).toEqual(["to-head"]);
});
