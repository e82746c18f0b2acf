import { expect, test } from "vitest";
import { isSplit, splitsFor, type TaughtClass, usuallySplits } from "#debate/rules/splitting.ts";

const held = (hostId: string, ...splits: boolean[]): TaughtClass[] =>
  splits.map((split) => ({ hostId, split }));

test("[D43] a class is split with 30 % on each side, and counts from eight votes on", () => {
  expect(isSplit({ for: 3, against: 3, undecided: 4 })).toBe(true);
  expect(isSplit({ for: 7, against: 2, undecided: 1 })).toBe(false);
  expect(isSplit({ for: 4, against: 3, undecided: 0 })).toBeNull();
});

test("[D43] an instructor is told from three classes on, and never of one or two of colleagues", () => {
  expect(splitsFor(held("ada", true, false), "ada")).toBeUndefined();
  expect(splitsFor(held("ada", true, false, true), "ada")).toEqual({ classes: 3, split: 2 });
  // Two of her own and two of others: without the others they are too few.
  expect(splitsFor([...held("ada", true, true), ...held("alan", true, false)], "ada")).toBeUndefined();
  const many = [...held("ada", true, true, true), ...held("alan", false, false)];
  expect(splitsFor(many, "ada")).toEqual({ classes: 3, split: 3 });
  expect(splitsFor([...many, ...held("grace", true)], "ada")).toEqual({ classes: 6, split: 4 });
  expect(splitsFor(held("alan", true, false, false), "ada")).toEqual({ classes: 3, split: 1 });
});

test("[D43] classes usually split where more than half did", () => {
  expect(usuallySplits({ classes: 4, split: 2 })).toBe(false);
  expect(usuallySplits({ classes: 3, split: 2 })).toBe(true);
});
