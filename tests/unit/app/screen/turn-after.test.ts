import { expect, test } from "vitest";
import { turnAfter } from "#app/screen/use-turn.ts";

/** What is there in the second turn of 14 seconds. */
const NOW = {
  ...{ ids: ["a", "b", "c"], isPublished: () => true, isStill: false },
  ...{ length: 14_000, number: 1, heldNumber: 1 },
};
const B = { id: "b", place: 1, count: 3, number: 1, length: 14_000 };

test("[V12] the best rebuttals take turns by the clock", () => {
  expect(turnAfter(null, NOW)).toEqual(B);
  expect(turnAfter(B, { ...NOW, number: 2, heldNumber: 2 })).toEqual({ ...B, id: "c", place: 2, number: 2 });
  expect(turnAfter(B, { ...NOW, number: 3, heldNumber: 3 })).toEqual({ ...B, id: "a", place: 0, number: 3 });
  expect(turnAfter(null, { ...NOW, ids: [] })).toBeNull();
});

test("[V12] one stays for its whole turn, whatever ranks, number and lengths are by then", () => {
  for (const change of [
    { ids: ["b", "a", "c"] },
    { ids: ["d", "a", "c"] },
    { ids: ["a", "b", "c", "d"] },
    { length: 36_000, number: 0 },
  ])
    expect(turnAfter(B, { ...NOW, ...change })).toBe(B);
  // Then all of that counts.
  const longer = { ids: ["d", "b"], length: 36_000, number: 1, heldNumber: 2 };
  expect(turnAfter(B, { ...NOW, ...longer })).toEqual({ ...B, count: 2, length: 36_000 });
});

test("[V12] one that is taken down goes at once", () => {
  const without = { ids: ["a", "c"], isPublished: (id: string) => id !== "b" };
  expect(turnAfter(B, { ...NOW, ...without })).toEqual({ ...B, id: "c", count: 2 });
  expect(turnAfter(B, { ...NOW, ids: [], isPublished: () => false })).toBeNull();
});

test("[V12] without motion it is the first, as of the beginning of each turn", () => {
  expect(turnAfter(null, { ...NOW, isStill: true })).toEqual({ ...B, id: "a", place: 0 });
});
