import type { Movement } from "#debate/counting/movement.ts";
import type { MovementResult } from "#debate/counting/results.ts";
import type { FirstVote, ResultMessage } from "#debate/counting/reveal.ts";

/**
 * As much of the flow as a step of the reveal shows: all nine streams, exact or rounded [Z8], or only both votes' rounded
 * shares [Z3]. `hasLater`: whether it includes the last vote.
 */
export type ShownFlow = { hasLater: boolean } & (
  | { kind: "flow"; movement: Movement; isRounded: boolean }
  | { kind: "shares"; movement: MovementResult }
);

const ROUNDS = { from: "before", to: "after" } as const;

/** Null if the step shows none of it. */
export function shownFlow({ paired, before }: Pick<ResultMessage, "paired" | "before">): ShownFlow | null {
  if (paired) {
    const matrix = paired.matrix ?? paired.rounded;
    if (matrix) {
      const { from, to, n } = paired;
      return { hasLater: true, kind: "flow", movement: { from, to, n, matrix }, isRounded: !paired.matrix };
    }
    return paired.shares ? { hasLater: true, kind: "shares", movement: paired } : null;
  }
  return before ? { hasLater: false, ...firstBar(before) } : null;
}

/** The first vote as a flow in which no one has moved yet, so its left bar matches that of the later flow. */
function firstBar({ for: pro, against, undecided, n, unit }: FirstVote) {
  if (unit === "shares") {
    const vote = { for: pro, against, undecided };
    return {
      kind: "shares",
      movement: { ...ROUNDS, n, matrix: null, shares: { from: vote, to: vote } },
    } as const;
  }
  const matrix: Movement["matrix"] = [
    [pro, 0, 0],
    [0, against, 0],
    [0, 0, undecided],
  ];
  return { kind: "flow", movement: { ...ROUNDS, n, matrix }, isRounded: unit === "fives" } as const;
}

/** How many of a flow did not stay with their answer. */
export function moversIn({ matrix }: Movement): number {
  return matrix.reduce(
    (sum, row, from) => sum + row.reduce((people, each, to) => people + (from === to ? 0 : each), 0),
    0,
  );
}
