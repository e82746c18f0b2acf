import { expect, test } from "vitest";
import { seeded } from "#debate/counting/seeded.ts";
import { prove } from "#tests/evidence/simulated.ts";
import { SEED } from "#tests/support/chance.ts";

const RUNS = 400;
/** What 400 runs may miss of 95 and 5 in a hundred: four standard errors. */
const MISSES = 4 * Math.sqrt((0.95 * 0.05) / RUNS);

test.each([
  { sections: 1, size: 30, effect: 0, spread: 0 },
  { sections: 1, size: 16, effect: 30, spread: 0 },
  { sections: 5, size: 16, effect: 0, spread: 15 },
])(
  "[M19] [M22] lines of $sections classes of $size cover an effect of $effect points about 95 times in 100",
  (design) => {
    const { covers, finds } = prove(design, RUNS, seeded(Number(SEED)));
    expect(covers).toBeGreaterThan(0.94 - MISSES);
    if (design.effect === 0) expect(finds).toBeLessThan(0.06 + MISSES);
  },
);
