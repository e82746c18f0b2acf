import { expect, test } from "vitest";
import { estimate, isTooSlow, type Played } from "#server/capacity/estimate.ts";

const played = (changes: Partial<Played>): Played => ({
  phones: 400,
  joined: 200,
  loop: 2_000,
  cpu: 2_400,
  vote: { p95: 20, loop: 16 },
  reveal: { p95: 10, loop: 8 },
  ...changes,
});

test("[Q2] joining: 10 ms of event loop a phone is 3,000 phones in 30 s, and three quarters are stated", () => {
  expect(estimate([played({})], 2)).toEqual({
    phones: 2_200, // 2,250, rounded down
    orMore: false,
    limit: "joining",
    played: 400,
    vote: 20,
    reveal: 10,
    joinsPerMinute: 6_000,
  });
});

test("[Q2] on one core all threads share it: 12 ms a phone is 2,500 phones", () => {
  expect(estimate([played({})], 1)).toMatchObject({ phones: 1_800, limit: "joining", joinsPerMinute: 5_000 });
});

test("[Q2] the first phones find cold caches and do not count, unless there are no others", () => {
  const cold = played({ phones: 50, joined: 50, loop: 5_000, cpu: 5_000 });
  expect(estimate([cold, played({})], 2).phones).toBe(2_200);
  expect(estimate([cold], 2).phones).toBe(220); // 100 ms a phone: 300
});

test("[Q2] a vote of 400 of half a second, 250 ms of them the event loop's, takes a second with 1,200", () => {
  const vote = { p95: 500, loop: 250 };
  expect(estimate([played({ vote })], 2)).toMatchObject({ phones: 900, vote: 500, limit: "vote" });
});

test("[Q2] a step that took 1.6 s with 400 takes a second with 250", () => {
  const reveal = { p95: 1_600, loop: 900 };
  expect(estimate([played({ reveal })], 2)).toMatchObject({ phones: 180, limit: "reveal" });
});

test("[Q2] more than the largest class is stated as that", () => {
  expect(estimate([played({ loop: 200, cpu: 200 })], 2)).toMatchObject({ phones: 5_000, orMore: true });
});

test("[Q2] a class that waits longer than a second is the last", () => {
  const at = (p95: number) => ({ p95, loop: 1 });
  expect(isTooSlow({ vote: at(1_000), reveal: at(1_000) })).toBe(false);
  expect(isTooSlow({ vote: at(1_001), reveal: at(10) })).toBe(true);
  expect(isTooSlow({ vote: at(10), reveal: at(1_001) })).toBe(true);
});

test("[Q2] without a class there is nothing to calculate", () => {
  expect(() => estimate([], 2)).toThrow("No class");
});
