import fc from "fast-check";
import { expect, test } from "vitest";
import { drained } from "#debate/counting/drained.ts";
import { sortedInSlices } from "#debate/counting/sorted.ts";

test("[L15] sorted in slices, items are in the order of an ordinary sort, and equal ones stay as they were", () => {
  const items = fc.array(fc.record({ key: fc.nat(50), place: fc.nat() }), { maxLength: 1_500, size: "max" });
  fc.assert(
    fc.property(items, (all) => {
      const byKey = (one: { key: number }, other: { key: number }) => one.key - other.key;
      expect(drained(sortedInSlices(all, byKey))).toEqual(all.toSorted(byKey));
    }),
  );
});

test("[L15] 5,000 items are sorted with at most 2,500 comparisons in each slice, and log-linearly many in all", () => {
  const items = Array.from({ length: 5_000 }, (_, n) => (n * 7_919) % 5_000);
  let [compared, before, most] = [0, 0, 0];
  const work = sortedInSlices(items, (one, other) => {
    compared += 1;
    return one - other;
  });
  for (let step = work.next(); !step.done; step = work.next()) {
    most = Math.max(most, compared - before);
    before = compared;
  }
  most = Math.max(most, compared - before);
  expect(most).toBeLessThanOrEqual(2_500);
  // 5,000 x log2(5,000) is 61,000.
  expect(compared).toBeLessThan(70_000);
});
