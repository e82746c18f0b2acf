import { expect, test } from "vitest";
import { onePerTurn } from "#server/http/one-per-turn.ts";

test("[L15] of 64 callers at once one continues in each turn of the event loop", async () => {
  const turn = onePerTurn();
  const perTurn: number[] = [];
  let gone = 0;
  const all = Promise.all(
    Array.from({ length: 64 }, async () => {
      await turn();
      gone += 1;
    }),
  );
  for (let before = 0; gone < 64; before = gone) {
    await new Promise((resolve) => setImmediate(resolve));
    perTurn.push(gone - before);
  }
  await all;
  expect(Math.max(...perTurn)).toBe(1);
});
