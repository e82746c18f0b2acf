import { expect, test } from "vitest";
import { forestAxis, lineOn } from "#app/instructor/compare/forest-axis.ts";
import { comparisonOf, EMPTY, undecided } from "./comparison.ts";

test("[V22] the line of a single person leaves the picture, and its mark stays in it", () => {
  // 12 of 20 toward For: +60; one person: +100, with a line from -89.5 to +146.6.
  const comparison = comparisonOf([undecided(12, 0, 8), undecided(1, 0)]);
  const axis = forestAxis(comparison);
  expect([axis.low, axis.high]).toEqual([-20, 100]);
  const interval = comparison.sections[1]?.margin?.interval ?? [0, 0];
  expect(lineOn(axis, interval)).toEqual({ from: 0, to: 100, leaves: { left: true, right: true } });
  expect(lineOn(axis, [20, 80])).toEqual({
    from: (100 * 40) / 120,
    to: (100 * 100) / 120,
    leaves: { left: false, right: false },
  });
});

test("[V22] where all classes are that small, their lines are in the picture", () => {
  const axis = forestAxis(comparisonOf([undecided(1, 0), undecided(0, 1), EMPTY]));
  expect([axis.low, axis.high]).toEqual([-150, 150]);
});
