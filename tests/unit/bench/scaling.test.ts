import { describe, expect, test } from "vitest";
import { arrivalsAtOnce, busyWhileVoting, classesAtOnce } from "#tests/bench/scaling/city.ts";
import { compare, compareBursts } from "#tests/bench/scaling/compared.ts";
import { costsOf, MEASURED } from "#tests/bench/scaling/measured.ts";
import { simulateVoting } from "#tests/bench/scaling/model.ts";
import { createDice } from "#tests/faults/dice.ts";

const chance = () => {
  const dice = createDice(2026);
  return () => dice.between(0, 1);
};
const COSTS = {
  idle: 0,
  arrival: 1_000,
  comeBack: 0,
  vote: 100,
  group: 0,
  session: 0,
  seat: 0,
  told: 0,
  loopShare: 1,
  commit: 5,
};

describe("the model of docs/scaling.md", () => {
  test.each([...compare(MEASURED.sqlite, chance()), ...compareBursts(MEASURED.sqlite, chance())])(
    "$what: $measured $unit measured, and by the model the same within 30 %",
    ({ measured, model }) => {
      expect(model / measured).toBeGreaterThan(1 / 1.3);
      expect(model / measured).toBeLessThan(1.3);
    },
  );

  test("a thousand votes of 100 us at one instant take 100 ms, and the last of them 25 more at most", () => {
    const { cpu, p99 } = simulateVoting({ sessions: 1, students: 1_000 }, 0, COSTS, () => 0);
    expect(cpu).toBeCloseTo(100_000);
    expect(p99).toBeGreaterThan(100);
    expect(p99).toBeLessThan(125);
  });

  test("[B2] votes that are spread out share groups", () => {
    // A thousand votes in 2 s, and only groups cost something: one each 20 ms.
    const costs = { ...COSTS, vote: 0, group: 1 };
    const { cpu } = simulateVoting({ sessions: 10, students: 100 }, 2_000, costs, chance());
    expect(cpu).toBeGreaterThan(90);
    expect(cpu).toBeLessThanOrEqual(101);
  });

  test("[W10] a host hears of a vote that takes twenty seconds ten times a second, and of its roster once in two", () => {
    // 500 votes each second, and only telling the host costs something, a twelfth of it each time.
    const { cpu } = simulateVoting(
      { sessions: 1, students: 10_000 },
      20_000,
      { ...COSTS, vote: 0, session: 12 },
      chance(),
    );
    expect(cpu).toBeGreaterThan(195);
    expect(cpu).toBeLessThan(225);
  });

  test("a server holds as many classes as keep it busy for 60 %, and no more", () => {
    const costs = costsOf(MEASURED.sqlite, chance());
    const students = 30;
    const sessions = classesAtOnce({ students, arriving: 60, voting: 20 }, costs, chance());
    expect(busyWhileVoting({ sessions, students }, 20, costs, chance())).toBeCloseTo(0.6, 1);
    // 60 % of a minute are 36 s, a millisecond each.
    expect(arrivalsAtOnce({ students, arriving: 60, voting: 20 }, COSTS)).toBe(36_000);
  });
});
