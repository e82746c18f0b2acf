import { expect, test } from "vitest";
import { type FlowFrame, flowGeometry } from "#app/results/flow/flow-geometry.ts";

const FRAME: FlowFrame = {
  ...{ width: 1600, height: 560, barWidth: 60, gap: 16, margin: 290, labelHeight: 104, head: 80 },
};

test("[F20] a part without people has no label, and moves no other one", () => {
  const { first, later } = flowGeometry(
    [
      [9, 2, 0],
      [6, 6, 0],
      [1, 2, 0],
    ],
    FRAME,
  );
  expect(first.map(({ choice, people }) => [choice, people])).toEqual([
    ["for", 11],
    ["against", 12],
    ["undecided", 3],
  ]);
  expect(later.map(({ choice, people }) => [choice, people])).toEqual([
    ["for", 16],
    ["against", 10],
  ]);
  for (const { y, height, labelY } of later) expect(labelY).toBeCloseTo(y + height / 2, 9);
});

test("[F20] labels of narrow parts make room for each other", () => {
  const { later } = flowGeometry(
    [
      [20, 1, 1],
      [0, 0, 0],
      [0, 0, 0],
    ],
    FRAME,
  );
  const [, against = Number.NaN, undecided = Number.NaN] = later.map(({ labelY }) => labelY);
  expect(undecided).toBe(560 - 52);
  expect(against).toBe(560 - 52 - 104);
});
