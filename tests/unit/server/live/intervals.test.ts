import { expect, test } from "vitest";
import { intervalOf } from "#server/live/intervals.ts";

test("[W10] a hall that argues is sent words once in 12 ms for each phone, and as 1,000 phones are if it has more", () => {
  const students = (phones: number, isArguing = true) =>
    intervalOf("students", { isArguing, rebuttals: 0, phones });
  expect([0, 30, 166, 300, 1_000, 10_000].map((phones) => students(phones))).toEqual([
    2_000, 2_000, 2_000, 3_600, 12_000, 12_000,
  ]);
  // In every other phase it hears of changes as a small class does.
  expect(students(1_000, false)).toBe(2_000);
});

test("[W10] of more than 60 rebuttals the control room hears once in 6 ms for each phone, and of its people once in 20 ms", () => {
  const told = (audience: "staff" | "roster", rebuttals: number, phones: number) =>
    intervalOf(audience, { isArguing: true, rebuttals, phones });
  expect([told("staff", 60, 1_000), told("staff", 61, 1_000), told("staff", 61, 30)]).toEqual([
    100, 6_000, 180,
  ]);
  expect([told("roster", 60, 1_000), told("roster", 61, 1_000), told("roster", 61, 30)]).toEqual([
    2_000, 20_000, 1_000,
  ]);
});
