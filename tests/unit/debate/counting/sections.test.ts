import { expect, test } from "vitest";
import { margin } from "#debate/counting/margin.ts";
import { isDeadHeat } from "#debate/counting/movement.ts";
import { compareSections } from "#debate/counting/sections.ts";
import { matrix, movesOf } from "./classroom.ts";
import { seeded } from "./published.ts";

test("[S13] sections without people who voted twice change no figure", () => {
  const classes = [matrix("5 1 0 / 4 8 1 / 1 0 8"), matrix("7 1 0 / 1 11 2 / 3 2 1")].map(movesOf);
  const empty = movesOf(matrix("0 0 0 / 0 0 0 / 0 0 0"));
  expect(compareSections([...classes, empty])).toEqual(compareSections(classes));
  expect(compareSections([empty, empty])).toMatchObject({
    n: 0,
    points: null,
    coin: null,
    Q: null,
    pooled: null,
  });
});

test("[S22] of classes of thirty that no debate moves, about one in 28 comes out clear", () => {
  const draw = seeded(7);
  const answer = () => {
    const chance = draw();
    return chance < 0.4 ? 0 : chance < 0.8 ? 1 : 2;
  };
  const classes = 6_000;
  // From three to five of ten people answer anew, as if they had not answered before.
  const clear = Array.from({ length: classes }, (_, number) => {
    const counts = [0, 1, 2].map(() => [0, 0, 0]);
    for (let person = 0; person < 30; person += 1) {
      const before = answer();
      const after = draw() < 0.3 + 0.1 * (number % 3) ? answer() : before;
      const row = counts[before] ?? [];
      row[after] = (row[after] ?? 0) + 1;
    }
    const moves = movesOf(counts);
    return margin(moves)?.standing === "clear" && !isDeadHeat(moves);
  }).filter(Boolean).length;
  // The standard deviation is .0024.
  expect(Math.abs(clear / classes - 1 / 28)).toBeLessThan(0.007);
});
