import { expect, test } from "vitest";
import { minutesTaken } from "#debate/rules/minutes-taken.ts";

/** Moves to phases, each with the second in which it began. */
const moves = (...all: [number, string][]) => all.map(([at, phase]) => ({ at, phase }));

test("[D36] all stays in a phase count together, rounded to minutes", () => {
  const lesson = moves(
    [0, "before"],
    [150, "reading"],
    [750, "before"],
    [780, "rebuttal"],
    [1500, "results"],
  );
  // 150 + 30 s before, 600 s of reading, 720 s of rebuttals; the results go on.
  expect(minutesTaken(lesson)).toEqual({ before: 3, reading: 10, rebuttal: 12 });
});

test("[D36] a phase under half a minute is passed through; the longest is three hours; the lobby takes none", () => {
  expect(minutesTaken(moves([0, "lobby"], [900, "before"], [929, "reading"], [959, "after"]))).toEqual({
    reading: 1,
  });
  expect(minutesTaken(moves([0, "reading"], [86_400, "closed"]))).toEqual({ reading: 180 });
  expect(minutesTaken([])).toEqual({});
});
