import { expect, test } from "vitest";
import { intervalOf } from "#server/live/intervals.ts";

test("[W10] a hall that argues is sent words once in 10 ms for each phone, and of more than 60 rebuttals once in 12 s", () => {
  const students = (phones: number, rebuttals = 0, isArguing = true) =>
    intervalOf("students", { isArguing, rebuttals, phones });
  expect([0, 30, 200, 300, 1_000, 10_000].map((phones) => students(phones))).toEqual([
    2_000, 2_000, 2_000, 3_000, 10_000, 12_000,
  ]);
  expect([60, 61].map((rebuttals) => students(30, rebuttals))).toEqual([2_000, 12_000]);
  // In every other phase it hears of changes as a small class does.
  expect(students(1_000, 300, false)).toBe(2_000);
});

test("[W10] the control room and its list of people hear less often of more than 60 rebuttals, however many phones there are", () => {
  const staff = (audience: "staff" | "roster", rebuttals: number) =>
    intervalOf(audience, { isArguing: true, rebuttals, phones: 1_000 });
  expect([staff("staff", 60), staff("staff", 61)]).toEqual([100, 4_000]);
  expect([staff("roster", 60), staff("roster", 61)]).toEqual([1_000, 10_000]);
});
