import { describe, expect, test } from "vitest";
import { winnerOf } from "#debate/counting/movement.ts";
import { classOf, published, seeded } from "./published.ts";

describe("[Z8] padding: one attacker takes all seats but one, with the open code", () => {
  const flat = (cells: readonly number[]) =>
    [cells.slice(0, 3), cells.slice(3, 6), cells.slice(6, 9)] as number[][];
  const told = (cells: readonly number[], victim: number, draw: () => number) =>
    published(
      classOf(flat(cells.map((people, cell) => people + (cell === victim ? 1 : 0)))),
      {},
      { isClosed: false, draw },
    );

  test("with 30 or more, the flow is rounded to fives, and shows who won", () => {
    const seen = told([7, 1, 1, 4, 8, 1, 5, 1, 2], 0, seeded(7));
    expect(seen).toMatchObject({ withheld: ["flow"], swing: null, verdict: { winner: "for", detail: null } });
    const rounded = seen.paired.rounded?.flat() ?? [];
    expect(rounded.every((people) => people % 5 === 0)).toBe(true);
    expect(rounded.reduce((sum, people) => sum + people, 0)).toBe(30);
    expect(seen.paired.rounded && winnerOf(seen.paired.rounded)).toBe("for");
  });

  test("with fewer than 30, only the winner is shown", () => {
    const seen = told([5, 4, 0, 4, 8, 0, 6, 0, 0], 0, seeded(7));
    expect(seen.withheld).toEqual(["flow", "shares"]);
    expect(seen.paired).toEqual({ from: "before", to: "after", n: 28, matrix: null });
  });

  // A third: four times likelier than each of eight others.
  test.each([
    ["three seats a cell", [4, 3, 3, 3, 4, 3, 3, 3, 4]],
    ["multiples of five", [5, 5, 0, 5, 5, 0, 5, 5, 0]],
    ["two more than fives", [7, 2, 2, 2, 7, 2, 2, 2, 7]],
    ["seats that do not move", [10, 0, 0, 0, 10, 0, 0, 0, 10]],
  ])("%s: the attacker guesses the last vote in at most a third of cases", (_, cells) => {
    const draw = seeded(20_26);
    const RUNS = 900;
    let right = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const victim = run % 9;
      const seen = told(cells, victim, draw).paired.rounded?.flat() ?? [];
      const excess = seen.map((people, cell) => people - (cells[cell] ?? 0));
      const most = Math.max(...excess);
      const guesses = excess.flatMap((people, cell) => (people === most ? [cell] : []));
      right += guesses.includes(victim) ? 1 / guesses.length : 0;
    }
    expect(right / RUNS).toBeLessThan(1 / 3 + 0.05);
  });
});
